#include <new>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "dataset/AnnotationParsing.h"

namespace isostain {

namespace {

using annotations::Collector;
using annotations::Refusal;
using nlohmann::json;

constexpr std::size_t kMaxBytes = std::size_t(128) << 20;
/// A MultiPolygon in a FeatureCollection nests nine deep; measurements that QuPath adds a few more.
constexpr int kMaxDepth = 24;
/// A corner is four; names and measurements come on top.
constexpr std::size_t kMaxEvents = 5 * kMostAnnotationPoints;

json parseBounded(std::string_view text)
{
    if (text.size() > kMaxBytes)
        throw Refusal{"it is larger than 128 MiB"};
    std::size_t events = 0;
    return json::parse(text.begin(), text.end(), [&events](int depth, json::parse_event_t, const json&) {
        if (depth > kMaxDepth || ++events > kMaxEvents)
            throw Refusal{"it is nested too deeply or holds too many values"};
        return true;
    });
}

const json& member(const json& object, const char* name)
{
    static const json kNothing;
    if (!object.is_object())
        return kNothing;
    const auto found = object.find(name);
    return found == object.end() ? kNothing : *found;
}

std::string textOf(const json& value)
{
    return value.is_string() ? value.get<std::string>() : std::string();
}

/// "Tumor: Positive" for the names "Tumor" and "Positive", as QuPath shows it.
std::string joinedNames(const json& names)
{
    std::string joined;
    if (names.is_array())
        for (const json& name : names)
            joined += (joined.empty() ? "" : ": ") + textOf(name);
    return joined;
}

std::string classOf(const json& feature)
{
    const json& properties = member(feature, "properties");
    const json& classification = member(properties, "classification");
    for (std::string name :
         {textOf(member(classification, "name")), joinedNames(member(classification, "names")), textOf(classification)})
        if (!name.empty())
            return name;
    return textOf(member(properties, "objectType"));
}

double coordinate(const json& value)
{
    if (!value.is_number())
        throw Refusal{"a coordinate is no number"};
    return value.get<double>();
}

Ring ringOf(const json& corners, Collector& collector)
{
    if (!corners.is_array())
        throw Refusal{"an outline is no list of corners"};
    Ring ring;
    ring.reserve(corners.size());
    for (const json& corner : corners) {
        if (!corner.is_array() || corner.size() < 2)
            throw Refusal{"a corner does not have two coordinates"};
        collector.addPoint(ring, coordinate(corner[0]), coordinate(corner[1]));
    }
    // RFC 7946 repeats the first corner at the end; who forgets it means the same.
    if (ring.size() > 1 && ring.front() == ring.back())
        ring.pop_back();
    return ring;
}

void takePolygon(const json& outlines, const std::string& name, Collector& collector)
{
    if (!outlines.is_array())
        throw Refusal{"a polygon is no list of outlines"};
    std::vector<Ring> rings;
    for (const json& outline : outlines)
        rings.push_back(ringOf(outline, collector));
    collector.addArea(name, std::move(rings));
}

void takeGeometry(const json& geometry, const std::string& name, Collector& collector)
{
    const std::string type = textOf(member(geometry, "type"));
    const json& coordinates = member(geometry, "coordinates");
    if (type == "Polygon") {
        takePolygon(coordinates, name, collector);
    } else if (type == "MultiPolygon") {
        if (!coordinates.is_array())
            throw Refusal{"a MultiPolygon is no list of polygons"};
        for (const json& polygon : coordinates)
            takePolygon(polygon, name, collector);
    } else {
        collector.addWithoutArea(); // a point, a line, or a feature without geometry
    }
}

void takeFeature(const json& feature, Collector& collector)
{
    if (!feature.is_object())
        throw Refusal{"a feature is no object"};
    const std::string type = textOf(member(feature, "type"));
    if (type == "Feature")
        takeGeometry(member(feature, "geometry"), classOf(feature), collector);
    else if (feature.contains("coordinates"))
        takeGeometry(feature, classOf(feature), collector);
    else
        throw Refusal{"it is not GeoJSON"};
}

void takeFeatures(const json& features, Collector& collector)
{
    if (!features.is_array())
        throw Refusal{"its features are not a list"};
    for (const json& feature : features)
        takeFeature(feature, collector);
}

}

Result<Annotations> parseGeoJson(std::string_view text, const std::string& subject)
{
    try {
        const json document = parseBounded(text);
        Collector collector(AnnotationOrigin::Bounds);
        if (document.is_array())
            takeFeatures(document, collector);
        else if (textOf(member(document, "type")) == "FeatureCollection")
            takeFeatures(member(document, "features"), collector);
        else
            takeFeature(document, collector);
        return collector.take();
    } catch (const Refusal& refusal) {
        return fail(ErrorCode::AnnotationsInvalid, subject, refusal.detail);
    } catch (const json::parse_error& error) {
        return fail(ErrorCode::AnnotationsInvalid, subject, "not JSON at byte " + std::to_string(error.byte));
    } catch (const json::exception&) {
        return fail(ErrorCode::AnnotationsInvalid, subject, "a value is not what it should be");
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, subject);
    }
}

}
