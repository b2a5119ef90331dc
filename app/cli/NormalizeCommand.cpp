#include "Commands.h"

namespace isostain::cli {

void addNormalizeCommand(CLI::App&, Command&) {}

}
