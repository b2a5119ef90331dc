#pragma once

#include <cmath>
#include <cstddef>
#include <string>

#include "dataset/Annotations.h"

/// What the readers of annotations share; for AsapXml.cpp and GeoJson.cpp only.
namespace isostain::annotations {

/// A file that is no usable annotation; caught where parsing began.
struct Refusal {
    std::string detail;
};

/// Far beyond any slide, and exact in a double to a thousandth of a pixel.
inline constexpr double kFarthest = 1e9;

/// Takes corners and areas, within what a file may hold.
class Collector {
public:
    explicit Collector(AnnotationOrigin origin) { m_result.origin = origin; }

    void addPoint(Ring& ring, double x, double y)
    {
        if (!(std::abs(x) <= kFarthest && std::abs(y) <= kFarthest))
            throw Refusal{"a coordinate is no number or lies far off any slide"};
        if (++m_points > kMostAnnotationPoints)
            throw Refusal{"its outlines have more than " + std::to_string(kMostAnnotationPoints) + " corners"};
        ring.emplace_back(x, y);
    }

    /// Holes without an area are nothing; so is an outline without one.
    void addArea(std::string name, std::vector<Ring> rings)
    {
        if (rings.empty() || rings.front().size() < 3) {
            addWithoutArea();
            return;
        }
        std::erase_if(rings, [](const Ring& ring) { return ring.size() < 3; });
        m_result.areas.push_back({std::move(name), std::move(rings)});
    }

    void addWithoutArea() { ++m_result.withoutArea; }

    Annotations take() { return std::move(m_result); }

private:
    Annotations m_result;
    std::size_t m_points = 0;
};

}
