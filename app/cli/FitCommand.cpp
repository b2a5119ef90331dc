#include <cmath>
#include <memory>
#include <string>
#include <vector>

#include "Commands.h"
#include "Console.h"
#include "NormalizerArguments.h"
#include "normalize/ProfileNames.h"

namespace isostain::cli {

namespace {

struct FitOptions {
    std::string method;
    std::vector<std::string> targets;
    std::vector<std::string> sources;
    std::string output;
    std::string name;
    std::string stain = "he";
    std::string mask = "tissue";
    std::string white = "kept";
    std::vector<double> stainVectors;
    std::string sourceScanner;
    std::string targetScanner;
    Overwrite overwrite = Overwrite::No;
};

/// Two rows of R, G, B, brought to unit length.
Result<std::optional<StainMatrix>> stainMatrixFrom(const std::vector<double>& numbers)
{
    if (numbers.empty())
        return std::nullopt;
    StainMatrix stains{};
    for (std::size_t row = 0; row < 2; ++row) {
        double length = 0;
        for (std::size_t i = 0; i < 3; ++i)
            length = std::hypot(length, numbers[3 * row + i]);
        if (!(length > 0) || !std::isfinite(length))
            return fail(ErrorCode::InvalidArgument, "--stain-vectors");
        for (std::size_t i = 0; i < 3; ++i)
            stains[row][i] = numbers[3 * row + i] / length;
    }
    return stains;
}

Result<ProfileFitRequest> requestFrom(const FitOptions& options)
{
    ProfileFitRequest request;
    request.method = *valueOf(normalizationMethods(), options.method);
    request.options.mask = *valueOf(fitMasks(), options.mask);
    request.options.white = *valueOf(whiteTreatments(), options.white);
    const auto vectors = stainMatrixFrom(options.stainVectors);
    if (!vectors)
        return tl::unexpected(vectors.error());
    request.options.stainVectors = *vectors;
    request.stain = *valueOf(stains(), options.stain);
    request.name = options.name;
    request.target.assign(options.targets.begin(), options.targets.end());
    request.source.assign(options.sources.begin(), options.sources.end());
    return request;
}

Result<void> fitAndWrite(const FitOptions& options)
{
    const auto request = requestFrom(options);
    if (!request)
        return tl::unexpected(request.error());
    ProgressLine line("Fitting");
    auto fitted = fitToTarget(*request, line.control());
    if (!fitted)
        return tl::unexpected(fitted.error());
    line.clear();
    printRemarks(*fitted);
    fitted->profile.sourceScanner = options.sourceScanner;
    fitted->profile.targetScanner = options.targetScanner;
    return writeStainProfile(fitted->profile, options.output, options.overwrite);
}

}

void addFitCommand(CLI::App& app, Command& chosen)
{
    auto options = std::make_shared<FitOptions>();
    CLI::App* command = app.add_subcommand("fit", "Fit a method to reference images and save it as a stain profile");
    command->add_option("method", options->method, "Method to fit")->required()->check(CLI::IsMember(fittedMethodKeys()));
    addTargetOption(*command, options->targets)->required();
    command->add_option("--source", options->sources, "Source images, folders or slides to fix the source by (default: every slide is fitted for itself)");
    command->add_option("-o,--output", options->output, "Stain profile to write (.json)")->required();
    command->add_option("--name", options->name, "Name of the profile");
    command->add_option("--stain", options->stain, "Stain it is for")->check(CLI::IsMember(keysOf(stains())))->capture_default_str();
    command->add_option("--mask", options->mask, "Pixels that fits look at")->check(CLI::IsMember(keysOf(fitMasks())))->capture_default_str();
    command->add_option("--white", options->white, "What happens to glass")->check(CLI::IsMember(keysOf(whiteTreatments())))->capture_default_str();
    command->add_option("--stain-vectors", options->stainVectors, "ruifrok: optical densities R G B of the first and of the second stain of the source")
        ->expected(6);
    command->add_option("--source-scanner", options->sourceScanner, "Name to keep in the profile");
    command->add_option("--target-scanner", options->targetScanner, "Name to keep in the profile");
    command->add_flag_callback("--overwrite", [options] { options->overwrite = Overwrite::Yes; }, "Replace an existing file");
    command->callback([options, &chosen] {
        chosen = [options] {
            if (const auto written = fitAndWrite(*options); !written) {
                printError(written.error());
                return kSomeFailed;
            }
            return kAllDone;
        };
    });
}

}
