#include "dataset/AreaCoverage.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace isostain {

namespace {

/// 16 bytes each: what hand-drawn outlines never come near.
constexpr std::size_t kMostCrossings = 16'000'000;

/// Where an outline crosses a line, and whether it goes down (+1) or up (-1).
struct Crossing {
    double x;
    std::int32_t ring;
    std::int32_t direction;
};

struct Interval {
    double begin;
    double end;
};
using Intervals = std::vector<Interval>; ///< sorted, apart from each other where united

struct RingInfo {
    std::int32_t area;
    bool isHole;
};

/// All outlines of tumor and excluded areas.
struct Outlines {
    std::vector<const Ring*> rings;
    std::vector<RingInfo> infos;
    std::vector<AreaRole> roles; ///< by area
};

Outlines outlinesOf(std::span<const AnnotatedArea> areas, const AreaNames& names)
{
    Outlines outlines;
    for (const AnnotatedArea& area : areas) {
        const AreaRole role = roleOf(area.name, names);
        if (role == AreaRole::Other)
            continue;
        for (const Ring& ring : area.rings) {
            outlines.infos.push_back({static_cast<std::int32_t>(outlines.roles.size()), &ring != &area.rings.front()});
            outlines.rings.push_back(&ring);
        }
        outlines.roles.push_back(role);
    }
    return outlines;
}

/// Lines at the middle of each of kCoverageRows stripes of a cell.
class Lines {
public:
    Lines(const CellGrid& grid, cv::Point2d origin)
        : m_pitch(grid.cellHeight / kCoverageRows),
          m_count(static_cast<std::int64_t>(grid.rows) * kCoverageRows),
          m_origin(origin)
    {
    }

    std::size_t count() const { return static_cast<std::size_t>(m_count); }

    /// Calls visit(line, x, direction) for each line that the edge from `a` to `b` crosses.
    template <typename Visit>
    void cross(cv::Point2d a, cv::Point2d b, const Visit& visit) const
    {
        a -= m_origin;
        b -= m_origin;
        const std::int32_t direction = a.y < b.y ? 1 : -1;
        if (direction < 0)
            std::swap(a, b);
        const auto first = lineAtOrBelow(a.y), end = lineAtOrBelow(b.y);
        for (auto line = first; line < end; ++line) {
            const double y = (static_cast<double>(line) + 0.5) * m_pitch;
            visit(static_cast<std::size_t>(line), a.x + (b.x - a.x) * std::clamp((y - a.y) / (b.y - a.y), 0.0, 1.0), direction);
        }
    }

private:
    /// The first line at `y` or further down.
    std::int64_t lineAtOrBelow(double y) const
    {
        return static_cast<std::int64_t>(std::clamp(std::ceil(y / m_pitch - 0.5), 0.0, static_cast<double>(m_count)));
    }

    double m_pitch;
    std::int64_t m_count;
    cv::Point2d m_origin;
};

template <typename Visit>
void forEachEdge(const Outlines& outlines, const Visit& visit)
{
    for (std::size_t ring = 0; ring < outlines.rings.size(); ++ring) {
        const Ring& corners = *outlines.rings[ring];
        for (std::size_t i = 0; i < corners.size(); ++i)
            visit(static_cast<std::int32_t>(ring), corners[i], corners[i + 1 == corners.size() ? 0 : i + 1]);
    }
}

void unite(Intervals& intervals)
{
    std::sort(intervals.begin(), intervals.end(), [](const Interval& a, const Interval& b) { return a.begin < b.begin; });
    std::size_t kept = 0;
    for (const Interval& each : intervals) {
        if (kept > 0 && each.begin <= intervals[kept - 1].end)
            intervals[kept - 1].end = std::max(intervals[kept - 1].end, each.end);
        else
            intervals[kept++] = each;
    }
    intervals.resize(kept);
}

/// Both united.
Intervals without(const Intervals& from, const Intervals& cut)
{
    Intervals left;
    std::size_t first = 0;
    for (Interval rest : from) {
        while (first < cut.size() && cut[first].end <= rest.begin)
            ++first;
        for (std::size_t i = first; i < cut.size() && cut[i].begin < rest.end; ++i) {
            if (cut[i].begin > rest.begin)
                left.push_back({rest.begin, cut[i].begin});
            rest.begin = std::min(std::max(rest.begin, cut[i].end), rest.end);
        }
        if (rest.begin < rest.end)
            left.push_back(rest);
    }
    return left;
}

/// What one outline encloses on a line, from its crossings sorted by x.
void appendEnclosed(std::span<const Crossing> crossings, Intervals& intervals)
{
    int winding = 0;
    double begin = 0;
    for (const Crossing& crossing : crossings) {
        if (winding == 0)
            begin = crossing.x;
        winding += crossing.direction;
        if (winding == 0 && crossing.x > begin)
            intervals.push_back({begin, crossing.x});
    }
}

struct LineAreas {
    Intervals tumor;
    Intervals excluded;
};

/// What the areas cover of one line.
LineAreas areasOn(std::span<Crossing> crossings, const Outlines& outlines)
{
    std::sort(crossings.begin(), crossings.end(),
              [](const Crossing& a, const Crossing& b) { return a.ring != b.ring ? a.ring < b.ring : a.x < b.x; });
    LineAreas on;
    for (std::size_t i = 0; i < crossings.size();) {
        const std::int32_t area = outlines.infos[static_cast<std::size_t>(crossings[i].ring)].area;
        Intervals inside, holes;
        while (i < crossings.size() && outlines.infos[static_cast<std::size_t>(crossings[i].ring)].area == area) {
            std::size_t end = i;
            while (end < crossings.size() && crossings[end].ring == crossings[i].ring)
                ++end;
            const bool isHole = outlines.infos[static_cast<std::size_t>(crossings[i].ring)].isHole;
            appendEnclosed(crossings.subspan(i, end - i), isHole ? holes : inside);
            i = end;
        }
        unite(holes);
        const Intervals own = holes.empty() ? inside : without(inside, holes);
        Intervals& all = outlines.roles[static_cast<std::size_t>(area)] == AreaRole::Tumor ? on.tumor : on.excluded;
        all.insert(all.end(), own.begin(), own.end());
    }
    unite(on.tumor);
    unite(on.excluded);
    on.tumor = without(on.tumor, on.excluded);
    return on;
}

/// Adds what intervals cover of each cell of a row of cells.
void addShares(const Intervals& intervals, const CellGrid& grid, int row, std::vector<float>& shares)
{
    const double width = grid.cellWidth;
    for (const Interval& each : intervals) {
        const double begin = std::max(each.begin, 0.0), end = std::min(each.end, width * grid.columns);
        if (begin >= end)
            continue;
        for (int column = std::min(static_cast<int>(begin / width), grid.columns - 1);
             column < grid.columns && column * width < end; ++column) {
            const double covered = std::min(end, (column + 1) * width) - std::max(begin, column * width);
            shares[grid.index(column, row)] += static_cast<float>(std::max(covered, 0.0) / (width * kCoverageRows));
        }
    }
}

void markCenters(const Intervals& intervals, const CellGrid& grid, int row, std::vector<bool>& centers)
{
    for (const Interval& each : intervals) {
        const double first = std::clamp(std::ceil(each.begin / grid.cellWidth - 0.5), 0.0, static_cast<double>(grid.columns));
        for (int column = static_cast<int>(first); column < grid.columns && (column + 0.5) * grid.cellWidth < each.end;
             ++column)
            centers[grid.index(column, row)] = true;
    }
}

}

Result<AreaCoverage> coverageOf(std::span<const AnnotatedArea> areas, const AreaNames& names, cv::Point2d origin,
                                const CellGrid& grid, const std::string& subject)
{
    AreaCoverage coverage{std::vector<float>(grid.count()), std::vector<float>(grid.count()), std::vector<bool>(grid.count())};
    const Outlines outlines = outlinesOf(areas, names);
    const Lines lines(grid, origin);

    // Crossings are counted first, so that those of a line lie side by side in one piece of memory.
    std::vector<std::size_t> ends(lines.count() + 1);
    std::size_t total = 0;
    forEachEdge(outlines, [&](std::int32_t, cv::Point2d a, cv::Point2d b) {
        if (total <= kMostCrossings)
            lines.cross(a, b, [&](std::size_t line, double, std::int32_t) { ++ends[line + 1], ++total; });
    });
    if (total > kMostCrossings)
        return fail(ErrorCode::AnnotationsInvalid, subject, "its outlines run up and down too often");
    for (std::size_t line = 0; line < lines.count(); ++line)
        ends[line + 1] += ends[line];
    std::vector<Crossing> crossings(total);
    std::vector<std::size_t> next(ends.begin(), ends.end() - 1);
    forEachEdge(outlines, [&](std::int32_t ring, cv::Point2d a, cv::Point2d b) {
        lines.cross(a, b, [&](std::size_t line, double x, std::int32_t direction) {
            crossings[next[line]++] = {x, ring, direction};
        });
    });

    for (std::size_t line = 0; line < lines.count(); ++line) {
        const LineAreas on = areasOn(std::span(crossings).subspan(ends[line], ends[line + 1] - ends[line]), outlines);
        const int row = static_cast<int>(line / kCoverageRows);
        addShares(on.tumor, grid, row, coverage.tumor);
        addShares(on.excluded, grid, row, coverage.excluded);
        if (line % kCoverageRows == kCoverageRows / 2)
            markCenters(on.tumor, grid, row, coverage.centerIsTumor);
    }
    return coverage;
}

}
