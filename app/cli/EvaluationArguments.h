#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <system_error>
#include <vector>

#include <CLI/CLI.hpp>

#include "Commands.h"
#include "Console.h"
#include "evaluation/EvaluationFiles.h"

namespace isostain::cli {

/// What both evaluations are told.
struct EvaluationArguments {
    std::vector<std::string> methods;
    std::string form;
    std::string output;
    unsigned threads = 0;
    Overwrite overwrite = Overwrite::No;
};

// Each adds options whose values go to `arguments`, which outlive the command.
void addMethodOption(CLI::App& command, EvaluationArguments& arguments);
void addFormOption(CLI::App& command, EvaluationArguments& arguments);
/// `file` is the table beside summary.json and summary.md.
void addOutputOptions(CLI::App& command, EvaluationArguments& arguments, const std::string& file);

/// Runs `evaluate(sink)` with a sink for lines, which go to a new file in the output folder as they come; without any,
/// nothing is left behind. Errors: those of CsvFile::create() and of `evaluate`.
template <typename Evaluate>
auto evaluateInto(const EvaluationArguments& arguments, const char* name, const std::string& header, const Evaluate& evaluate)
    -> decltype(evaluate(std::function<Result<void>(const std::string&)>()))
{
    const std::filesystem::path path = std::filesystem::path(arguments.output) / name;
    auto file = CsvFile::create(path, header, arguments.overwrite);
    if (!file)
        return tl::unexpected(file.error());
    bool hasLines = false;
    auto evaluation = evaluate([&](const std::string& lines) {
        hasLines = true;
        return file->append(lines);
    });
    if (!evaluation && !hasLines) {
        std::error_code ignored;
        std::filesystem::remove(path, ignored);
    }
    return evaluation;
}

/// Says what is missing from an evaluation, and its warnings.
void printLeftOut(std::span<const SkippedImage> skipped, std::span<const EvaluationRemark> failed,
                  std::span<const EvaluationRemark> warnings);

/// Prints an error. Gives the exit code.
int exitOf(const Result<ExitCode>& done);

}
