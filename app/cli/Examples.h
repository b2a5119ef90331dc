#pragma once

#include <CLI/CLI.hpp>

namespace isostain::cli {

/// Gives every command of `app` the examples that its --help ends with. Call when all commands are there.
void addExamples(CLI::App& app);

}
