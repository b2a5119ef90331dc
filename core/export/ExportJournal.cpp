#include "export/ExportJournal.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string_view>
#include <utility>

#include <fcntl.h>

#include <nlohmann/json.hpp>

#include "base/AtomicFile.h"
#include "base/Utf8.h"
#include "normalize/ProfileNames.h"

namespace isostain {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr std::string_view kStem = "isostain-export";
constexpr std::string_view kExtension = ".jsonl";
/// A record is some 15 KB with its thumbnails.
constexpr std::uintmax_t kMostBytes = std::uintmax_t(1) << 30;

constexpr const char* kStates[] = {"begun", "finished", "failed"};

json stampToJson(const FileStamp& stamp)
{
    return {{"bytes", stamp.bytes}, {"modified", stamp.modified}, {"sha256", stamp.sha256}};
}

FileStamp stampFromJson(const json& object)
{
    return {object.at("bytes").get<std::uint64_t>(), object.at("modified").get<std::int64_t>(),
            object.at("sha256").get<std::string>()};
}

json resultToJson(const ExportRecord& record)
{
    json object = {{"file", stampToJson(record.result)}, {"width", record.width}, {"height", record.height},
                   {"seconds", record.seconds}, {"before", record.thumbnailBefore}, {"after", record.thumbnailAfter}};
    if (record.outOfGamutShare)
        object["out-of-gamut-share"] = *record.outOfGamutShare;
    for (const FitWarning warning : record.warnings)
        object["warnings"].push_back(named(warning).key);
    return object;
}

void resultFromJson(const json& object, ExportRecord& record)
{
    record.result = stampFromJson(object.at("file"));
    record.width = object.at("width").get<std::int64_t>();
    record.height = object.at("height").get<std::int64_t>();
    record.seconds = object.at("seconds").get<double>();
    record.thumbnailBefore = object.value("before", "");
    record.thumbnailAfter = object.value("after", "");
    if (object.contains("out-of-gamut-share"))
        record.outOfGamutShare = object["out-of-gamut-share"].get<double>();
    for (const json& warning : object.value("warnings", json::array()))
        if (const auto value = valueOf(fitWarnings(), warning.get<std::string>()))
            record.warnings.push_back(*value);
}

/// Stands before the two hexadecimal digits of a byte that is no UTF-8, or part of such a sign itself.
constexpr std::string_view kByteSign = "\uFFFD";

/// A name as UTF-8, which a line of JSON is and a file's name need not be; nameOf() takes it back.
std::string textOf(std::string_view name)
{
    std::string text;
    while (!name.empty()) {
        const std::size_t length = name.starts_with(kByteSign) ? 0 : utf8SequenceLength(name);
        if (length > 0) {
            text += name.substr(0, length);
        } else {
            char digits[3];
            std::snprintf(digits, sizeof digits, "%02x", static_cast<unsigned>(static_cast<unsigned char>(name.front())));
            text.append(kByteSign).append(digits);
        }
        name.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return text;
}

std::string nameOf(std::string_view text)
{
    std::string name;
    while (!text.empty()) {
        unsigned byte = 0;
        const std::string_view digits = text.substr(std::min(kByteSign.size(), text.size()), 2);
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), byte, 16);
        if (text.starts_with(kByteSign) && digits.size() == 2 && error == std::errc() && end == digits.data() + 2) {
            name += static_cast<char>(byte);
            text.remove_prefix(kByteSign.size() + 2);
        } else {
            name += text.front();
            text.remove_prefix(1);
        }
    }
    return name;
}

std::string lineOf(const ExportRecord& record)
{
    json object = {{"journal", 1}, {"state", kStates[static_cast<std::size_t>(record.state)]}, {"output", textOf(record.output)},
                   {"recipe", record.recipe}, {"source", stampToJson(record.source)}};
    if (!record.slide.empty())
        object["slide"] = textOf(record.slide);
    if (record.state != ExportRecord::State::Finished)
        object["owns-output"] = record.ownsOutput;
    if (record.state == ExportRecord::State::Finished)
        object["result"] = resultToJson(record);
    if (record.state == ExportRecord::State::Failed)
        object["error"] = {{"key", record.error}, {"subject", record.subject}, {"detail", record.detail}};
    return object.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

/// Nothing where the line is no record of this version.
std::optional<ExportRecord> recordOf(std::string_view line)
{
    try {
        const json object = json::parse(line);
        ExportRecord record;
        const auto state = std::find(std::begin(kStates), std::end(kStates), object.at("state").get<std::string>());
        if (object.at("journal") != 1 || state == std::end(kStates))
            return std::nullopt;
        record.state = static_cast<ExportRecord::State>(state - std::begin(kStates));
        record.output = nameOf(object.at("output").get<std::string>());
        record.slide = nameOf(object.value("slide", ""));
        record.recipe = object.at("recipe").get<std::string>();
        record.source = stampFromJson(object.at("source"));
        record.ownsOutput = object.value("owns-output", record.state == ExportRecord::State::Begun);
        if (record.state == ExportRecord::State::Finished)
            resultFromJson(object.at("result"), record);
        if (record.state == ExportRecord::State::Failed) {
            record.error = object.at("error").at("key").get<std::string>();
            record.subject = object.at("error").value("subject", "");
            record.detail = object.at("error").value("detail", "");
        }
        return record;
    } catch (const json::exception&) {
        return std::nullopt;
    }
}

Result<std::string> contentOf(const fs::path& path)
{
    std::error_code error;
    const std::uintmax_t bytes = fs::file_size(path, error);
    if (error)
        return fail(ErrorCode::FileUnreadable, path.string(), error.message());
    if (bytes > kMostBytes)
        return fail(ErrorCode::FileUnreadable, path.string(), "it is too large to be a journal");
    std::ifstream stream(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (!stream.good() && !stream.eof())
        return fail(ErrorCode::FileUnreadable, path.string());
    return text;
}

void remember(ExportHistory& history, ExportRecord record)
{
    OutputHistory& known = history[record.output];
    if (record.state == ExportRecord::State::Finished)
        known.finished = record;
    known.last = std::move(record);
}

ExportHistory historyOf(std::string_view text)
{
    ExportHistory history;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (auto record = recordOf(text.substr(0, end)))
            remember(history, std::move(*record));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return history;
}

bool isJournal(const fs::path& path)
{
    const std::string name = path.filename().string();
    return name.starts_with(kStem) && name.ends_with(kExtension);
}

}

fs::path journalPath(const fs::path& folder, const Shard& shard)
{
    std::string name(kStem);
    if (shard.count > 1)
        name += "-" + std::to_string(shard.number) + "-of-" + std::to_string(shard.count);
    return folder / (name + std::string(kExtension));
}

ExportJournal::ExportJournal(fs::path path, FileDescriptor file) : m_path(std::move(path)), m_file(std::move(file)) {}

Result<ExportJournal> ExportJournal::open(const fs::path& path)
{
    auto file = FileDescriptor::open(path, O_RDWR | O_CREAT | O_APPEND);
    if (!file.isOpen())
        return tl::unexpected(writeError(path, errno));
    ExportJournal journal(path, std::move(file));
    if (journal.m_file.tryLock() == FileDescriptor::Lock::Elsewhere)
        return fail(ErrorCode::ExportRunning, path.parent_path().string());
    const auto text = contentOf(path);
    if (!text)
        return tl::unexpected(text.error());
    journal.m_endsInLine = text->empty() || text->back() == '\n';
    journal.m_history = historyOf(*text);
    return journal;
}

Result<void> ExportJournal::append(const ExportRecord& record)
{
    const std::string line = lineOf(record);
    int failure = m_file.write(m_endsInLine ? line : "\n" + line);
    m_endsInLine = failure == 0;
    if (failure == 0)
        failure = m_file.flushData();
    if (failure != 0)
        return tl::unexpected(writeError(m_path, failure));
    remember(m_history, record);
    return {};
}

Result<std::vector<ExportHistory>> readJournals(const fs::path& folder, const fs::path& except)
{
    std::error_code error;
    std::vector<fs::path> journals;
    for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::directory_iterator(); entry.increment(error))
        if (isJournal(entry->path()) && entry->path().filename() != except.filename())
            journals.push_back(entry->path());
    if (error)
        return fail(error == std::errc::no_such_file_or_directory ? ErrorCode::FileNotFound : ErrorCode::FileUnreadable,
                    folder.string(), error.message());
    std::sort(journals.begin(), journals.end());

    std::vector<ExportHistory> all;
    for (const fs::path& path : journals) {
        const auto text = contentOf(path);
        if (!text)
            return tl::unexpected(text.error());
        all.push_back(historyOf(*text));
    }
    return all;
}

}
