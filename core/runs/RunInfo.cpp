#include "runs/RunInfo.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <fstream>
#include <iterator>
#include <system_error>

#include <nlohmann/json.hpp>

#include "base/AtomicFile.h"
#include "base/InputFile.h"
#include "base/Version.h"
#include "runs/RunLock.h"

namespace isostain {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr const char* kInfoFile = "config.json";
constexpr const char* kStatusFile = "state.json";
constexpr int kFormat = 1;
constexpr std::array kStateNames = {"running", "finished", "stopped", "failed", "interrupted"};

std::string utcNow()
{
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, 32> text;
    return std::string(text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts));
}

Result<json> readJson(const fs::path& run, const char* name)
{
    std::error_code error;
    if (!fs::exists(run, error))
        return fail(ErrorCode::FileNotFound, run.string());
    const fs::path path = run / name;
    if (!checkIsFile(path))
        return fail(ErrorCode::RunInvalid, run.string(), std::string(name) + " is missing");
    std::ifstream stream(path, std::ios::binary);
    json object = json::parse(stream, nullptr, false);
    if (!object.is_object())
        return fail(ErrorCode::RunInvalid, run.string(), std::string(name) + " is damaged");
    return object;
}

RunInfo infoFrom(const json& object)
{
    RunInfo info;
    info.kind = object.at("kind").get<std::string>();
    info.config = object.at("config").dump();
    info.seed = object.at("seed").get<std::uint64_t>();
    info.device = object.at("device").get<std::string>();
    info.threads = object.at("threads").get<unsigned>();
    info.versions = object.at("versions").get<std::map<std::string, std::string>>();
    info.metrics = object.at("metrics").get<std::vector<std::string>>();
    info.started = object.at("started").get<std::string>();
    info.results = object.value("results", info.results);
    return info;
}

}

const char* nameOf(RunState state)
{
    return kStateNames[static_cast<std::size_t>(state)];
}

Result<RunInfo> readRunInfo(const fs::path& run)
{
    const auto object = readJson(run, kInfoFile);
    if (!object)
        return tl::unexpected(object.error());
    try {
        if (const int format = object->at("isostain-run").get<int>(); format != kFormat)
            return fail(ErrorCode::RunInvalid, run.string(), "its format is " + std::to_string(format));
        return infoFrom(*object);
    } catch (const json::exception& exception) {
        return fail(ErrorCode::RunInvalid, run.string(), exception.what());
    }
}

Result<RunStatus> readRunStatus(const fs::path& run)
{
    // Before the file: a run that ends meanwhile must not look interrupted.
    const bool isLocked = isRunLocked(run);
    const auto object = readJson(run, kStatusFile);
    if (!object)
        return tl::unexpected(object.error());
    const json name = object->value("state", json());
    const auto found = std::find(kStateNames.begin(), kStateNames.end(), name.is_string() ? name.get<std::string>() : "");
    if (found == kStateNames.end())
        return fail(ErrorCode::RunInvalid, run.string(), std::string(kStatusFile) + " is damaged");
    RunStatus status;
    status.state = static_cast<RunState>(found - kStateNames.begin());
    if (const json reason = object->value("reason", json()); reason.is_string())
        status.reason = reason.get<std::string>();
    if (status.state == RunState::Running && !isLocked)
        status.state = RunState::Interrupted;
    return status;
}

Result<void> writeRunInfo(const RunInfo& info, const fs::path& run)
{
    const json config = json::parse(info.config, nullptr, false);
    if (!config.is_object())
        return fail(ErrorCode::InvalidArgument, "The configuration", "it is no JSON object");
    json object = {{"isostain-run", kFormat}, {"kind", info.kind},       {"config", config},          {"seed", info.seed},
                   {"device", info.device},   {"threads", info.threads}, {"versions", info.versions}, {"metrics", info.metrics},
                   {"results", info.results}, {"started", utcNow()}};
    object["versions"]["isostain"] = kVersion;
    try {
        return writeFileAtomically(run / kInfoFile, object.dump(2) + "\n", Overwrite::No);
    } catch (const json::exception& exception) {
        return fail(ErrorCode::InvalidArgument, "The configuration", exception.what());
    }
}

Result<void> writeRunStatus(const RunStatus& status, const fs::path& run)
{
    const json object = {{"state", nameOf(status.state)}, {"reason", status.reason}};
    return writeFileAtomically(run / kStatusFile, object.dump(2, ' ', false, json::error_handler_t::replace) + "\n",
                               Overwrite::Yes);
}

}
