#include "Commands.h"

namespace isostain::cli {

void addInfoCommand(CLI::App&, Command&) {}

}
