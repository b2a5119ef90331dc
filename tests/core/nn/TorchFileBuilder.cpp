#include "TorchFileBuilder.h"

namespace isostain::test {

std::string little(std::uint64_t value, int bytes)
{
    std::string result;
    for (int i = 0; i < bytes; ++i)
        result += static_cast<char>(value >> (8 * i) & 0xFF);
    return result;
}

std::string text(std::string_view value)
{
    return "X" + little(value.size(), 4) + std::string(value);
}

std::string integer(std::int64_t value)
{
    return "\x8a\x08" + little(static_cast<std::uint64_t>(value), 8);
}

std::string tuple(const std::vector<std::int64_t>& values)
{
    std::string result = "(";
    for (const std::int64_t value : values)
        result += integer(value);
    return result + "t";
}

std::string global(std::string_view module, std::string_view name)
{
    return "c" + std::string(module) + "\n" + std::string(name) + "\n";
}

std::string storage(const TensorSpec& spec)
{
    std::string view;
    if (spec.view)
        view = "(" + text("view") + integer(spec.view->begin) + integer(spec.view->count) + "t";
    return "(" + text("storage") + global("torch", spec.storageType) + text(spec.key) + text(spec.device) +
           integer(spec.storageCount) + view + "tQ";
}

std::string tensor(const TensorSpec& spec)
{
    return global("torch._utils", "_rebuild_tensor_v2") + "(" + storage(spec) + integer(spec.offset) + tuple(spec.shape) +
           tuple(spec.strides) + "\x89" + global("collections", "OrderedDict") + ")RtR";
}

std::string stateDict(const std::vector<TensorSpec>& specs)
{
    std::string result = global("collections", "OrderedDict") + ")R(";
    for (const TensorSpec& spec : specs)
        result += text(spec.name) + tensor(spec);
    return result + "u";
}

std::string pickle(std::string_view value)
{
    return "\x80\x02" + std::string(value) + ".";
}

namespace {

std::uint32_t crc32(std::string_view content)
{
    std::uint32_t crc = ~0u;
    for (const char byte : content) {
        crc ^= static_cast<unsigned char>(byte);
        for (int i = 0; i < 8; ++i)
            crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0u);
    }
    return ~crc;
}

}

std::string zip(const std::vector<ZipRecord>& records)
{
    std::string file;
    std::string directory;
    std::size_t place = 0;
    for (const ZipRecord& record : records) {
        const std::uint32_t size = record.claimedSize.value_or(static_cast<std::uint32_t>(record.content.size()));
        const std::uint32_t compressed = record.method == 0 ? size : static_cast<std::uint32_t>(record.content.size());
        const std::string facts = little(20, 2) + little(0, 2) + little(record.method, 2) + little(0, 2) + little(0x21, 2) +
                                  little(crc32(record.content), 4) + little(compressed, 4) + little(size, 4) +
                                  little(record.name.size(), 2) + little(0, 2);
        if (!record.isAlias) {
            place = file.size();
            file += "PK\x03\x04" + facts + record.name + record.content;
        }
        directory += "PK\x01\x02" + little(20, 2) + facts + little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4) +
                     little(place, 4) + record.name;
    }
    const std::size_t begin = file.size();
    return file + directory + "PK\x05\x06" + little(0, 4) + little(records.size(), 2) + little(records.size(), 2) +
           little(directory.size(), 4) + little(begin, 4) + little(0, 2);
}

std::string torchZip(std::string_view pickled, const std::vector<StorageData>& storages, const std::string& root)
{
    std::vector<ZipRecord> records = {{root + "/data.pkl", std::string(pickled)}};
    for (const StorageData& data : storages)
        records.push_back({root + "/data/" + data.key, data.bytes});
    records.push_back({root + "/version", "3\n"});
    return zip(records);
}

std::string torchLegacy(std::string_view pickled, const std::vector<StorageData>& storages)
{
    const std::string magic = "\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19";
    std::string keys = "](";
    std::string data;
    for (const StorageData& row : storages) {
        keys += text(row.key);
        data += little(row.count, 8) + row.bytes;
    }
    return pickle(magic) + pickle(integer(1001)) + pickle("}(" + text("little_endian") + "\x88u") + std::string(pickled) +
           pickle(keys + "e") + data;
}

}
