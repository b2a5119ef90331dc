#include "Commands.h"

namespace isostain::cli {

void addDemoCommand(CLI::App&, Command&) {}

}
