#include "slide/OmeXml.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstring>
#include <map>
#include <set>

#include "slide/SlideMetadata.h"
#include "slide/XmlNodes.h"

namespace isostain {

namespace {

/// Descriptions of slides have some kilobytes; those of plates with thousands of planes, some megabytes.
constexpr std::size_t kMaxXmlBytes = std::size_t(8) << 20;
/// The declaration and a comment come before the element.
constexpr std::size_t kPrologBytes = 4096;
constexpr int kMaxIfd = 65535;
/// A slide has its levels and three pictures beside it; plates have one per field.
constexpr std::size_t kMaxImages = 256;

template <typename Visit>
void forEachChild(const pugi::xml_node& parent, std::string_view name, const Visit& visit)
{
    for (const pugi::xml_node& node : parent.children())
        if (localName(node) == name)
            visit(node);
}

std::optional<std::int64_t> integerAttribute(const pugi::xml_node& node, const char* name)
{
    const std::string_view text = node.attribute(name).value();
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

struct LengthUnit {
    std::string_view name;
    double micrometers;
};

constexpr std::array kLengthUnits = {
    LengthUnit{"", 1},      LengthUnit{"\xC2\xB5m", 1}, LengthUnit{"\xCE\xBCm", 1}, LengthUnit{"um", 1},
    LengthUnit{"nm", 1e-3}, LengthUnit{"mm", 1e3},      LengthUnit{"cm", 1e4},      LengthUnit{"m", 1e6},
};

std::optional<double> micrometers(const pugi::xml_node& pixels, const char* name)
{
    const auto value = parseNumber(pixels.attribute(name).value());
    const std::string_view unit = pixels.attribute((std::string(name) + "Unit").c_str()).value();
    const auto found =
        std::find_if(kLengthUnits.begin(), kLengthUnits.end(), [unit](const LengthUnit& row) { return row.name == unit; });
    if (!value || found == kLengthUnits.end())
        return {};
    return plausibleMpp(*value * found->micrometers);
}

struct RoleName {
    std::string_view part;
    OmeImage::Role role;
};

constexpr std::array kRoleNames = {
    RoleName{"label", OmeImage::Role::Label},
    RoleName{"macro", OmeImage::Role::Macro},
    RoleName{"overview", OmeImage::Role::Macro},
    RoleName{"thumbnail", OmeImage::Role::Thumbnail},
};

/// "label", "label image" and "Label" are roles; "labels of case 7" and the name of a file are not.
OmeImage::Role roleOf(std::string_view imageName)
{
    std::string name(imageName);
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    for (const RoleName& row : kRoleNames) {
        if (name == row.part || name == std::string(row.part) + " image" || name == std::string(row.part) + "image")
            return row.role;
    }
    return OmeImage::Role::Slide;
}

/// NominalMagnification by the ID of the Objective.
using Objectives = std::map<std::string, std::optional<double>, std::less<>>;

Objectives objectivesOf(const pugi::xml_node& ome)
{
    Objectives objectives;
    forEachChild(ome, "Instrument", [&](const pugi::xml_node& instrument) {
        forEachChild(instrument, "Objective", [&](const pugi::xml_node& objective) {
            const auto power = parseNumber(objective.attribute("NominalMagnification").value());
            objectives.emplace(objective.attribute("ID").value(), power && *power > 0 ? power : std::nullopt);
        });
    });
    return objectives;
}

/// Of the Objective that the image refers to; of the only one where it refers to none.
std::optional<double> objectivePower(const Objectives& objectives, const pugi::xml_node& image)
{
    pugi::xml_node reference = childNamed(image, "ObjectiveSettings");
    if (!reference)
        reference = childNamed(image, "ObjectiveRef");
    if (!reference)
        return objectives.size() == 1 ? objectives.begin()->second : std::nullopt;
    const auto found = objectives.find(std::string_view(reference.attribute("ID").value()));
    return found == objectives.end() ? std::nullopt : found->second;
}

/// The directory of the first plane; `next` where the image does not say.
int firstIfdOf(const pugi::xml_node& pixels, int next)
{
    const pugi::xml_node data = childNamed(pixels, "TiffData");
    if (!data || !data.attribute("IFD"))
        return next;
    return static_cast<int>(std::clamp<std::int64_t>(integerAttribute(data, "IFD").value_or(0), 0, kMaxIfd));
}

OmeImage imageOf(const Objectives& objectives, const pugi::xml_node& image, int nextIfd)
{
    const pugi::xml_node pixels = childNamed(image, "Pixels");
    OmeImage result;
    result.role = roleOf(image.attribute("Name").value());
    result.sizeX = integerAttribute(pixels, "SizeX").value_or(0);
    result.sizeY = integerAttribute(pixels, "SizeY").value_or(0);
    result.sizeZ = integerAttribute(pixels, "SizeZ").value_or(1);
    result.sizeC = integerAttribute(pixels, "SizeC").value_or(1);
    result.sizeT = integerAttribute(pixels, "SizeT").value_or(1);
    result.pixelType = pixels.attribute(pixels.attribute("Type") ? "Type" : "PixelType").value();
    result.mppX = micrometers(pixels, "PhysicalSizeX");
    result.mppY = micrometers(pixels, "PhysicalSizeY");
    result.objectivePower = objectivePower(objectives, image);
    const auto samples = integerAttribute(childNamed(pixels, "Channel"), "SamplesPerPixel");
    result.samplesPerPixel = static_cast<int>(std::clamp<std::int64_t>(samples.value_or(1), 1, 1000));
    result.firstIfd = firstIfdOf(pixels, nextIfd);
    return result;
}

/// How many directories the planes of an image take up.
int planeCount(const OmeImage& image)
{
    std::int64_t planes = 1;
    for (const std::int64_t size : {image.sizeZ, image.sizeT, std::max<std::int64_t>(1, image.sizeC / image.samplesPerPixel)})
        planes = std::clamp<std::int64_t>(planes * std::clamp<std::int64_t>(size, 1, kMaxIfd), 1, kMaxIfd);
    return static_cast<int>(planes);
}

/// Whether planes are in other files. A file that was renamed still has the UUID it was written with.
bool spansFiles(const pugi::xml_node& ome)
{
    std::set<std::string> files;
    if (const pugi::xml_attribute own = ome.attribute("UUID"))
        files.insert(own.value());
    forEachChild(ome, "Image", [&](const pugi::xml_node& image) {
        forEachChild(childNamed(image, "Pixels"), "TiffData", [&](const pugi::xml_node& data) {
            if (const pugi::xml_node uuid = childNamed(data, "UUID"))
                files.insert(uuid.text().get());
        });
    });
    return files.size() > 1 || childNamed(ome, "BinaryOnly");
}

}

bool isOmeXml(std::string_view imageDescription)
{
    const std::string_view start = imageDescription.substr(0, kPrologBytes);
    const std::size_t first = start.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    return first != std::string_view::npos && start[first] == '<' &&
           (start.find("<OME ") != std::string_view::npos || start.find(":OME ") != std::string_view::npos) &&
           start.find("openmicroscopy.org") != std::string_view::npos;
}

Result<std::vector<OmeImage>> parseOmeXml(std::string_view imageDescription)
{
    if (imageDescription.size() > kMaxXmlBytes)
        return fail(ErrorCode::SlideUnreadable, {}, "its OME-XML description is too large");
    pugi::xml_document document;
    // Without parse_doctype, document type declarations are skipped; pugixml knows the predefined entities only.
    const pugi::xml_parse_result parsed =
        document.load_buffer(imageDescription.data(), imageDescription.size(), pugi::parse_default, pugi::encoding_utf8);
    const pugi::xml_node ome = childNamed(document, "OME");
    if (!parsed || !ome)
        return fail(ErrorCode::SlideUnreadable, {}, std::string("its OME-XML description: ") + parsed.description());
    if (spansFiles(ome))
        return fail(ErrorCode::UnsupportedSlide, {}, "an OME-TIFF that is spread over several files");
    const Objectives objectives = objectivesOf(ome);
    std::vector<OmeImage> images;
    int nextIfd = 0;
    forEachChild(ome, "Image", [&](const pugi::xml_node& image) {
        if (images.size() > kMaxImages)
            return;
        images.push_back(imageOf(objectives, image, nextIfd));
        nextIfd = std::min(kMaxIfd, images.back().firstIfd + planeCount(images.back()));
    });
    if (images.size() > kMaxImages)
        return fail(ErrorCode::UnsupportedSlide, {}, "an OME-TIFF of more than " + std::to_string(kMaxImages) + " pictures");
    if (images.empty())
        return fail(ErrorCode::SlideUnreadable, {}, "its OME-XML description names no image");
    return images;
}

}
