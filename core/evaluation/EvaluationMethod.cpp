#include "evaluation/EvaluationMethod.h"

#include <algorithm>
#include <filesystem>
#include <optional>

#include "normalize/ProfileNames.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kSource = "source";
constexpr std::string_view kProfile = "profile";

tl::unexpected<Error> wrong(const std::string& text, const std::string& detail)
{
    return fail(ErrorCode::InvalidArgument, text, detail);
}

Result<EvaluationMethod> withoutFile(const std::string& text, const std::string& key)
{
    if (key == kSource)
        return EvaluationMethod{EvaluationMethod::Kind::Source, key, {}, {}, {}};
    const auto method = valueOf(normalizationMethods(), key);
    if (!method && key != kProfile)
        return wrong(text, "no such method");
    if (!method || !isFitted(*method))
        return wrong(text, "it needs a file: " + key + "=FILE");
    return EvaluationMethod{EvaluationMethod::Kind::Fitted, key, *method, {}, {}};
}

Result<EvaluationMethod> withFile(const std::string& text, const std::string& key, const fs::path& file)
{
    const auto method = valueOf(normalizationMethods(), key);
    if (!method && key != kProfile)
        return wrong(text, key == kSource ? "it takes no file" : "no such method");
    if (method && isFitted(*method))
        return wrong(text, "it is fitted to the reference and takes no file");
    auto profile = readStainProfile(file);
    if (!profile)
        return tl::unexpected(profile.error());
    if (method && profile->method != *method)
        return wrong(text, std::string("the file holds a ") + named(profile->method).displayName);
    return EvaluationMethod{EvaluationMethod::Kind::Profile, key, {}, *std::move(profile), file.filename().string()};
}

Result<EvaluationMethod> readEvaluationMethod(const std::string& text)
{
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos)
        return withoutFile(text, text);
    return withFile(text, text.substr(0, equals), text.substr(equals + 1));
}

bool isShared(const std::vector<EvaluationMethod>& methods, const std::string& name)
{
    return std::count_if(methods.begin(), methods.end(), [&](const EvaluationMethod& each) { return each.name == name; }) > 1;
}

}

std::vector<std::string> evaluationMethodKeys()
{
    std::vector<std::string> keys{std::string(kSource)};
    for (const auto& row : normalizationMethods())
        keys.push_back(std::string(row.key) + (isFitted(row.value) ? "" : "=FILE"));
    keys.push_back(std::string(kProfile) + "=FILE");
    return keys;
}

std::string evaluationMethodHelp()
{
    std::string keys;
    for (const std::string& key : evaluationMethodKeys())
        keys += (keys.empty() ? "" : ", ") + key;
    return "Method to evaluate, may be repeated: " + keys;
}

Result<std::vector<EvaluationMethod>> readEvaluationMethods(std::span<const std::string> texts)
{
    std::vector<EvaluationMethod> methods;
    for (const std::string& text : texts) {
        auto method = readEvaluationMethod(text);
        if (!method)
            return tl::unexpected(method.error());
        methods.push_back(*std::move(method));
    }
    const std::vector<EvaluationMethod> keyed = methods;
    // Runs call their networks alike: where the names of files do not tell them apart, their folders do.
    for (const bool isWithFolder : {false, true}) {
        const std::vector<EvaluationMethod> before = methods;
        for (std::size_t i = 0; i < methods.size(); ++i) {
            if (methods[i].file.empty() || !isShared(before, before[i].name))
                continue;
            const std::filesystem::path path(texts[i].substr(texts[i].find('=') + 1));
            const std::filesystem::path folder = path.parent_path().filename();
            methods[i].name = keyed[i].name + ":" + (isWithFolder ? (folder / methods[i].file).string() : methods[i].file);
        }
    }
    for (const EvaluationMethod& method : methods)
        if (isShared(methods, method.name))
            return wrong(method.name, "it is named twice");
    return methods;
}

}
