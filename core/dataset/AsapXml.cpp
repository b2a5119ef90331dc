#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <pugixml.hpp>

#include "dataset/AnnotationParsing.h"
#include "slide/SlideMetadata.h"

namespace isostain {

namespace {

using annotations::Collector;
using annotations::Refusal;

constexpr std::size_t kMaxBytes = std::size_t(192) << 20;
/// The parser takes some hundred bytes for an element: what is nothing but elements must not take all memory.
constexpr std::size_t kMaxElements = kMostAnnotationPoints + 200'000;
constexpr std::size_t kMaxAttributes = 4 * kMaxElements;

constexpr std::array<std::string_view, 3> kTypesWithArea = {"Polygon", "Rectangle", "Spline"};

std::size_t count(std::string_view text, char wanted)
{
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), wanted));
}

void checkSize(std::string_view text)
{
    // Closing tags count too: twice as many signs as elements.
    if (text.size() > kMaxBytes || count(text, '<') > 2 * kMaxElements || count(text, '=') > kMaxAttributes)
        throw Refusal{"it is too large"};
}

double coordinate(const pugi::xml_node& node, const char* name)
{
    const auto value = parseNumber(node.attribute(name).value());
    if (!value)
        throw Refusal{"a coordinate is no number"};
    return *value;
}

/// Nothing where an element does not say.
std::optional<long long> orderOf(const pugi::xml_node& node)
{
    const std::string_view text = node.attribute("Order").value();
    long long order = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), order);
    return error == std::errc() && end == text.data() + text.size() && !text.empty() ? std::optional(order) : std::nullopt;
}

/// In the order that the corners state, where all of them do.
Ring ringOf(const pugi::xml_node& annotation, Collector& collector)
{
    Ring ring;
    std::vector<std::pair<long long, cv::Point2d>> ordered;
    for (const pugi::xml_node& node : annotation.child("Coordinates").children("Coordinate")) {
        collector.addPoint(ring, coordinate(node, "X"), coordinate(node, "Y"));
        if (const auto order = orderOf(node))
            ordered.emplace_back(*order, ring.back());
    }
    if (ordered.size() != ring.size())
        return ring;
    std::stable_sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::transform(ordered.begin(), ordered.end(), ring.begin(), [](const auto& each) { return each.second; });
    return ring;
}

void takeAnnotation(const pugi::xml_node& annotation, Collector& collector)
{
    const std::string_view type = annotation.attribute("Type").value();
    if (std::find(kTypesWithArea.begin(), kTypesWithArea.end(), type) == kTypesWithArea.end()) {
        collector.addWithoutArea();
        return;
    }
    std::vector<Ring> rings;
    rings.push_back(ringOf(annotation, collector));
    collector.addArea(toUtf8(annotation.attribute("PartOfGroup").value()), std::move(rings));
}

}

Result<Annotations> parseAsapXml(std::string_view text, const std::string& subject)
{
    try {
        checkSize(text);
        pugi::xml_document document;
        // Without parse_doctype, document type declarations are skipped; pugixml knows the predefined entities only.
        const auto parsed = document.load_buffer(text.data(), text.size());
        if (parsed.status == pugi::status_out_of_memory)
            return fail(ErrorCode::OutOfMemory, subject);
        const pugi::xml_node root = document.child("ASAP_Annotations");
        if (!parsed)
            throw Refusal{"not XML at byte " + std::to_string(parsed.offset)};
        if (!root)
            throw Refusal{"it does not say that it is from ASAP"};
        Collector collector(AnnotationOrigin::Canvas);
        for (const pugi::xml_node& annotation : root.child("Annotations").children("Annotation"))
            takeAnnotation(annotation, collector);
        return collector.take();
    } catch (const Refusal& refusal) {
        return fail(ErrorCode::AnnotationsInvalid, subject, refusal.detail);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, subject);
    }
}

}
