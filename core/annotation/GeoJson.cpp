#include "annotation/GeoJson.h"

#include <cmath>
#include <new>
#include <utility>

#include <nlohmann/json.hpp>

namespace isostain {

namespace {

using nlohmann::json;

/// A text that is no usable GeoJSON; caught where parsing began.
struct Refusal {
    std::string detail;
};

constexpr std::size_t kMaxBytes = std::size_t(128) << 20;
/// A MultiPolygon in a FeatureCollection nests nine deep; measurements that QuPath adds a few more.
constexpr int kMaxDepth = 24;
/// A corner is four; names and measurements come on top.
constexpr std::size_t kMaxEvents = 5 * kMostAnnotationPoints;
/// Far beyond any slide, and exact in a double to a thousandth of a pixel.
constexpr double kFarthest = 1e9;

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

/// Takes a member out of an object.
json taken(json& object, const char* name)
{
    const auto found = object.find(name);
    if (found == object.end())
        return {};
    json value = std::move(*found);
    object.erase(found);
    return value;
}

/// [red, green, blue], or QuPath's older packed number.
std::optional<std::uint32_t> colorOf(const json& array, const json& packed)
{
    if (array.is_array() && array.size() >= 3) {
        std::uint32_t color = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            if (!array[i].is_number())
                return std::nullopt;
            const double value = array[i].get<double>();
            if (!(value >= 0 && value <= 255))
                return std::nullopt;
            color = color << 8 | static_cast<std::uint32_t>(value);
        }
        return color;
    }
    if (packed.is_number_integer())
        return static_cast<std::uint32_t>(packed.get<std::int64_t>() & 0xFFFFFF);
    return std::nullopt;
}

void takeProperties(json properties, Annotation& annotation)
{
    if (!properties.is_object())
        return;
    const json classification = taken(properties, "classification");
    annotation.objectType = textOf(taken(properties, "objectType"));
    annotation.name = textOf(taken(properties, "name"));
    annotation.isLocked = taken(properties, "isLocked") == true;
    for (std::string name :
         {textOf(member(classification, "name")), joinedNames(member(classification, "names")), textOf(classification)})
        if (annotation.className.empty())
            annotation.className = std::move(name);
    const json color = taken(properties, "color");
    const json packed = taken(properties, "colorRGB");
    annotation.color = colorOf(color, packed);
    if (!annotation.color)
        annotation.color = colorOf(member(classification, "color"), member(classification, "colorRGB"));
    if (!properties.empty())
        annotation.otherProperties = properties.dump(-1, ' ', false, json::error_handler_t::replace);
}

/// Takes annotations, within what a file may hold.
class GeoJsonReader {
public:
    void readDocument(json document)
    {
        if (document.is_array())
            readFeatures(std::move(document));
        else if (textOf(member(document, "type")) == "FeatureCollection")
            readFeatures(taken(document, "features"));
        else
            readFeature(std::move(document));
    }

    std::vector<Annotation> take() { return std::move(m_annotations); }
    std::size_t leftOut() const { return m_leftOut; }

private:
    void readFeatures(json features)
    {
        if (!features.is_array())
            throw Refusal{"its features are not a list"};
        for (json& feature : features)
            readFeature(std::move(feature));
    }

    void readFeature(json feature)
    {
        if (!feature.is_object())
            throw Refusal{"a feature is no object"};
        const bool isFeature = textOf(member(feature, "type")) == "Feature";
        if (!isFeature && !feature.contains("coordinates"))
            throw Refusal{"it is not GeoJSON"};
        Annotation annotation;
        annotation.id = textOf(member(feature, "id"));
        takeProperties(taken(feature, "properties"), annotation);
        readGeometry(isFeature ? member(feature, "geometry") : feature, annotation);
        if (annotation.parts.empty())
            ++m_leftOut;
        else
            m_annotations.push_back(std::move(annotation));
    }

    void readGeometry(const json& geometry, Annotation& annotation)
    {
        const std::string type = textOf(member(geometry, "type"));
        const json& coordinates = member(geometry, "coordinates");
        if (type == "Point") {
            annotation.kind = AnnotationKind::Points;
            Ring ring;
            addPoint(coordinates, ring);
            annotation.parts.push_back({std::move(ring)});
        } else if (type == "MultiPoint") {
            annotation.kind = AnnotationKind::Points;
            if (Ring ring = ringOf(coordinates); !ring.empty())
                annotation.parts.push_back({std::move(ring)});
        } else if (type == "LineString") {
            addLine(coordinates, annotation);
        } else if (type == "MultiLineString") {
            for (const json& line : listOf(coordinates, "a MultiLineString is no list of lines"))
                addLine(line, annotation);
        } else if (type == "Polygon") {
            addArea(coordinates, annotation);
        } else if (type == "MultiPolygon") {
            for (const json& polygon : listOf(coordinates, "a MultiPolygon is no list of polygons"))
                addArea(polygon, annotation);
        }
    }

    static const json& listOf(const json& value, const char* refusal)
    {
        if (!value.is_array())
            throw Refusal{refusal};
        return value;
    }

    static double coordinate(const json& value)
    {
        if (!value.is_number())
            throw Refusal{"a coordinate is no number"};
        const double number = value.get<double>();
        if (!(std::abs(number) <= kFarthest))
            throw Refusal{"a coordinate is no number or lies far off any slide"};
        return number;
    }

    void addPoint(const json& point, Ring& ring)
    {
        if (!point.is_array() || point.size() < 2)
            throw Refusal{"a corner does not have two coordinates"};
        if (++m_points > kMostAnnotationPoints)
            throw Refusal{"its outlines have more than " + std::to_string(kMostAnnotationPoints) + " corners"};
        ring.emplace_back(coordinate(point[0]), coordinate(point[1]));
    }

    Ring ringOf(const json& points)
    {
        Ring ring;
        ring.reserve(listOf(points, "an outline is no list of corners").size());
        for (const json& point : points)
            addPoint(point, ring);
        return ring;
    }

    void addLine(const json& points, Annotation& annotation)
    {
        annotation.kind = AnnotationKind::Lines;
        if (Ring ring = ringOf(points); ring.size() >= 2)
            annotation.parts.push_back({std::move(ring)});
    }

    /// Holes without an area are nothing; so is an outline without one.
    void addArea(const json& outlines, Annotation& annotation)
    {
        annotation.kind = AnnotationKind::Areas;
        Annotation::Part part;
        bool isFirst = true;
        for (const json& outline : listOf(outlines, "a polygon is no list of outlines")) {
            Ring ring = ringOf(outline);
            // RFC 7946 repeats the first corner at the end; who forgets it means the same.
            if (ring.size() > 1 && ring.front() == ring.back())
                ring.pop_back();
            if (isFirst && ring.size() < 3)
                return;
            isFirst = false;
            if (ring.size() >= 3)
                part.push_back(std::move(ring));
        }
        if (!part.empty())
            annotation.parts.push_back(std::move(part));
    }

    std::vector<Annotation> m_annotations;
    std::size_t m_points = 0;
    std::size_t m_leftOut = 0;
};

json written(const cv::Point2d& point)
{
    const auto rounded = [](double value) {
        return std::round(value * 1000) / 1000;
    };
    return json::array({rounded(point.x), rounded(point.y)});
}

json written(const Ring& ring, bool closed)
{
    json points = json::array();
    for (const cv::Point2d& point : ring)
        points.push_back(written(point));
    if (closed && !ring.empty())
        points.push_back(written(ring.front()));
    return points;
}

json written(const Annotation::Part& part, AnnotationKind kind)
{
    if (kind != AnnotationKind::Areas)
        return written(part.front(), false);
    json outlines = json::array();
    for (const Ring& ring : part)
        outlines.push_back(written(ring, true));
    return outlines;
}

json geometryOf(const Annotation& annotation)
{
    const bool isSingle = annotation.parts.size() == 1;
    if (annotation.kind == AnnotationKind::Points) {
        Ring all;
        for (const Annotation::Part& part : annotation.parts)
            all.insert(all.end(), part.front().begin(), part.front().end());
        if (all.size() == 1)
            return {{"type", "Point"}, {"coordinates", written(all.front())}};
        return {{"type", "MultiPoint"}, {"coordinates", written(all, false)}};
    }
    const bool isLine = annotation.kind == AnnotationKind::Lines;
    json coordinates = json::array();
    for (const Annotation::Part& part : annotation.parts)
        coordinates.push_back(written(part, annotation.kind));
    return {{"type", std::string(isSingle ? "" : "Multi") + (isLine ? "LineString" : "Polygon")},
            {"coordinates", isSingle ? coordinates[0] : coordinates}};
}

json featureOf(const Annotation& annotation)
{
    json properties = json::object();
    if (!annotation.otherProperties.empty())
        if (json other = json::parse(annotation.otherProperties, nullptr, false); other.is_object())
            properties = std::move(other);
    const json color = annotation.color
                           ? json::array({*annotation.color >> 16 & 255, *annotation.color >> 8 & 255, *annotation.color & 255})
                           : json();
    properties["objectType"] = annotation.objectType.empty() ? "annotation" : annotation.objectType;
    if (!annotation.name.empty())
        properties["name"] = annotation.name;
    if (!annotation.className.empty()) {
        properties["classification"]["name"] = annotation.className;
        if (!color.is_null())
            properties["classification"]["color"] = color;
    }
    if (!color.is_null())
        properties["color"] = color;
    if (annotation.isLocked)
        properties["isLocked"] = true;
    json feature = {{"type", "Feature"}, {"geometry", geometryOf(annotation)}, {"properties", std::move(properties)}};
    if (!annotation.id.empty())
        feature["id"] = annotation.id;
    return feature;
}

}

Result<std::vector<Annotation>> annotationsFromGeoJson(std::string_view text, const std::string& subject, std::size_t* leftOut)
{
    try {
        GeoJsonReader reader;
        reader.readDocument(parseBounded(text));
        if (leftOut)
            *leftOut = reader.leftOut();
        return reader.take();
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

std::string toGeoJson(std::span<const Annotation> annotations)
{
    // Feature by feature: a document of all of them would take several times their memory.
    std::string text = "{\"type\":\"FeatureCollection\",\"features\":[";
    for (std::size_t i = 0; i < annotations.size(); ++i) {
        if (annotations[i].parts.empty())
            continue;
        text += text.back() == '[' ? "\n" : ",\n";
        text += featureOf(annotations[i]).dump(-1, ' ', false, json::error_handler_t::replace);
    }
    return text + "\n]}\n";
}

}
