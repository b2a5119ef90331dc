#include "EvaluationArguments.h"

#include <cstdio>

#include "evaluation/EvaluationMethod.h"
#include "normalize/ProfileNames.h"

namespace isostain::cli {

void addMethodOption(CLI::App& command, EvaluationArguments& arguments)
{
    command.add_option("--method", arguments.methods, evaluationMethodHelp())->required()->type_name("NAME[=FILE]");
}

void addFormOption(CLI::App& command, EvaluationArguments& arguments)
{
    arguments.form = normalizerForms()[static_cast<std::size_t>(NormalizerForm::Published)].key;
    command
        .add_option("--form", arguments.form,
                    "published: as in the paper, whatever a profile says; profile: fitted to tissue, glass kept")
        ->check(CLI::IsMember(keysOf(normalizerForms())))
        ->capture_default_str();
}

void addOutputOptions(CLI::App& command, EvaluationArguments& arguments, const std::string& file)
{
    command.add_option("-o,--output", arguments.output, "Folder for " + file + ", summary.json and summary.md")->required();
    command.add_option("--threads", arguments.threads, "Threads to use (0: one per core)")
        ->check(CLI::Range(0, 256))
        ->capture_default_str();
    command.add_flag_callback(
        "--overwrite", [&arguments] { arguments.overwrite = Overwrite::Yes; }, "Replace the files of an earlier evaluation");
}

void printLeftOut(std::span<const SkippedImage> skipped, std::span<const EvaluationRemark> failed,
                  std::span<const EvaluationRemark> warnings)
{
    for (const SkippedImage& image : skipped)
        std::fprintf(stderr, "isostain-cli: %s is left out: %s\n", image.name.c_str(), describe(image.reason).c_str());
    for (const EvaluationRemark& remark : failed)
        std::fprintf(stderr, "isostain-cli: %s, %s: %s\n", remark.image.c_str(), remark.method.c_str(), remark.text.c_str());
    for (const EvaluationRemark& remark : warnings)
        std::fprintf(stderr, "isostain-cli: warning: %s, %s: %s\n", remark.image.c_str(), remark.method.c_str(),
                     remark.text.c_str());
}

int exitOf(const Result<ExitCode>& done)
{
    if (done)
        return *done;
    printError(done.error());
    return kSomeFailed;
}

}
