#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "Commands.h"
#include "Console.h"
#include "slide/Slide.h"

namespace isostain::cli {

namespace {

using Json = nlohmann::ordered_json;

struct Options {
    std::vector<std::string> slides;
    bool json = false;
};

std::string numberText(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.6g", value);
    return text;
}

std::string sizeText(std::int64_t width, std::int64_t height)
{
    return std::to_string(width) + " x " + std::to_string(height);
}

std::string colorText(std::uint32_t color)
{
    char text[8];
    std::snprintf(text, sizeof text, "#%06X", static_cast<unsigned>(color));
    return text;
}

/// Text of a file as a terminal may get it: control characters could move the cursor or change the terminal's settings.
std::string printable(std::string text)
{
    std::replace_if(text.begin(), text.end(), [](unsigned char c) { return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7F; }, ' ');
    return text;
}

/// An associated image, or why it cannot be read.
struct AssociatedImage {
    std::string name;
    Result<RgbImage> image;
};

std::vector<AssociatedImage> associatedImages(const Slide& slide)
{
    std::vector<AssociatedImage> images;
    for (const std::string& name : slide.info().associatedImages)
        images.push_back({name, slide.readAssociatedImage(name)});
    return images;
}

Json optionalNumber(const std::optional<double>& value)
{
    return value ? Json(*value) : Json();
}

Json levelsJson(const PyramidGeometry& geometry)
{
    Json levels = Json::array();
    for (int i = 0; i < geometry.levelCount(); ++i) {
        const PyramidLevel& level = geometry.level(i);
        levels.push_back({{"width", level.width},
                          {"height", level.height},
                          {"downsample-x", level.downsampleX},
                          {"downsample-y", level.downsampleY},
                          {"virtual", level.isVirtual()}});
    }
    return levels;
}

Json toJson(const Slide& slide)
{
    const SlideInfo& info = slide.info();
    const PyramidGeometry& geometry = slide.geometry();
    Json json = {{"file", info.path.string()},
                 {"format", info.format},
                 {"width", geometry.width()},
                 {"height", geometry.height()},
                 {"mpp-x", optionalNumber(info.mppX)},
                 {"mpp-y", optionalNumber(info.mppY)},
                 {"objective-power", optionalNumber(info.objectivePower)},
                 {"background", colorText(info.background)},
                 {"bounds",
                  {{"x", info.bounds.x}, {"y", info.bounds.y}, {"width", info.bounds.width}, {"height", info.bounds.height}}},
                 {"tile-size", geometry.tileSize()},
                 {"levels", levelsJson(geometry)}};
    json["associated-images"] = Json::array();
    for (const auto& [name, image] : associatedImages(slide)) {
        Json entry = {{"name", name}};
        if (image) {
            entry["width"] = image->width();
            entry["height"] = image->height();
        } else {
            entry["error"] = describe(image.error());
        }
        json["associated-images"].push_back(std::move(entry));
    }
    json["demo"] = info.demo ? Json{{"stain", info.demo->stain}, {"scanner", info.demo->scanner}} : Json();
    json["properties"] = Json::object();
    for (const auto& [name, value] : info.properties)
        json["properties"][name] = value;
    return json;
}

void printLevels(const PyramidGeometry& geometry)
{
    std::printf("Levels:            %d, in tiles of %d x %d\n", geometry.levelCount(), geometry.tileSize(), geometry.tileSize());
    for (int i = 0; i < geometry.levelCount(); ++i) {
        const PyramidLevel& level = geometry.level(i);
        const std::string downsample =
            level.downsampleX == level.downsampleY
                ? numberText(level.downsampleX)
                : numberText(level.downsampleX) + " (x), " + numberText(level.downsampleY) + " (y)";
        std::printf("  %2d  %-16s 1/%s%s\n", i, sizeText(level.width, level.height).c_str(), downsample.c_str(),
                    level.isVirtual() ? ", computed on demand" : "");
    }
}

void printText(const Slide& slide)
{
    const SlideInfo& info = slide.info();
    const PyramidGeometry& geometry = slide.geometry();
    std::printf("File:              %s\n", info.path.c_str());
    std::printf("Format:            %s\n", info.format.c_str());
    std::printf("Size:              %s pixels\n", sizeText(geometry.width(), geometry.height()).c_str());
    if (info.mppX && info.mppY)
        std::printf("Pixel size:        %s x %s µm\n", numberText(*info.mppX).c_str(), numberText(*info.mppY).c_str());
    else
        std::printf("Pixel size:        not stated (lengths are shown in pixels)\n");
    if (info.objectivePower)
        std::printf("Objective power:   %s\n", numberText(*info.objectivePower).c_str());
    else
        std::printf("Objective power:   not stated (zoom is shown as percent of full resolution)\n");
    std::printf("Scanned area:      %s at (%lld, %lld)\n", sizeText(info.bounds.width, info.bounds.height).c_str(),
                static_cast<long long>(info.bounds.x), static_cast<long long>(info.bounds.y));
    std::printf("Background:        %s\n", colorText(info.background).c_str());
    if (info.demo)
        std::printf("Demo slide:        stain %s, scanner %s\n", printable(info.demo->stain).c_str(),
                    printable(info.demo->scanner).c_str());
    printLevels(geometry);
    const auto images = associatedImages(slide);
    std::printf("Associated images: %s\n", images.empty() ? "none" : "");
    for (const auto& [name, image] : images)
        std::printf("  %-12s %s\n", printable(name).c_str(),
                    image ? sizeText(image->width(), image->height()).c_str() : describe(image.error()).c_str());
    std::printf("Properties:        %s\n", info.properties.empty() ? "none" : "");
    for (const auto& [name, value] : info.properties)
        std::printf("  %s: %s\n", printable(name).c_str(), printable(value).c_str());
}

/// File names need not be UTF-8, JSON must be.
void printJson(const Json& json)
{
    std::printf("%s\n", json.dump(2, ' ', false, Json::error_handler_t::replace).c_str());
}

int runInfo(const Options& options)
{
    int result = kAllDone;
    Json all = Json::array();
    for (const std::string& path : options.slides) {
        const auto slide = openSlide(path);
        if (!slide) {
            printError(slide.error());
            result = kSomeFailed;
        } else if (options.json) {
            all.push_back(toJson(**slide));
        } else {
            if (&path != &options.slides.front())
                std::printf("\n");
            printText(**slide);
        }
    }
    if (options.json && options.slides.size() > 1)
        printJson(all);
    else if (options.json && !all.empty())
        printJson(all.front());
    return result;
}

}

void addInfoCommand(CLI::App& app, Command& chosen)
{
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("info", "Print what a slide says of itself: size, levels, pixel size, properties");
    command->add_option("slides", options->slides, "Slides or images")->required()->type_name("SLIDE");
    command->add_flag("--json", options->json, "Print JSON: an object for one slide, an array for several");
    command->callback([options, &chosen] { chosen = [options] { return runInfo(*options); }; });
}

}
