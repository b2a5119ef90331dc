#pragma once

#include <cstdint>

#include <QImage>
#include <QTest>

#include "compare/CompareView.h"
#include "support/PaintedSlide.h"
#include "support/SlideDecorators.h"

namespace isostain::test {

/// Tables that no two colors share an answer in by chance: byte-wise permutations.
class PermutedMap : public ColorMap {
public:
    explicit PermutedMap(std::uint32_t seed) : m_seed(seed) {}
    void map(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const override
    {
        for (std::size_t i = 0; i < count; ++i)
            target[i] = ((source[i] & 0xFFFFFFu) * (2654435u + 2 * m_seed) + m_seed * 77777u) & 0xFFFFFFu;
    }

private:
    std::uint32_t m_seed;
};

/// A steep but smooth curve: mapping before or after averaging makes a difference.
class CurvedMap : public ColorMap {
public:
    void map(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const override
    {
        for (std::size_t i = 0; i < count; ++i) {
            std::uint32_t mapped = 0;
            for (const int shift : {0, 8, 16}) {
                const std::uint32_t value = source[i] >> shift & 255u;
                mapped |= (255u - value * value / 255u) << shift;
            }
            target[i] = mapped;
        }
    }
};

inline ColorTablePtr compiled(const ColorMap& map)
{
    return ColorTable::compile(map).value();
}

inline const ColorTablePtr& permutedTable(std::uint32_t seed)
{
    static const ColorTablePtr tables[] = {compiled(PermutedMap(1)), compiled(PermutedMap(2)), compiled(PermutedMap(3))};
    return tables[seed - 1];
}

inline const ColorTablePtr& curvedTable()
{
    static const ColorTablePtr table = compiled(CurvedMap());
    return table;
}

/// A view with its own cache and workers.
struct ViewFixture {
    explicit ViewFixture(QSize size = {701, 500})
    {
        view.resize(size);
        view.setPanes({{{}, nullptr}, {{}, permutedTable(1)}});
    }

    void show()
    {
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
    }
    /// Waits until the view is sharp.
    bool settle()
    {
        return QTest::qWaitFor([this] { return view.isSettled(); }, 30000);
    }
    QImage settledFrame()
    {
        return settle() ? view.grabFrame() : QImage();
    }

    TileCache cache{std::size_t(256) << 20};
    TileScheduler scheduler{cache, 2};
    CompareView view{cache, scheduler};
};

/// A painted pixel of a level, wherever its tile is.
inline std::uint32_t paintedPixel(const PyramidGeometry& geometry, int level, std::int64_t x, std::int64_t y)
{
    const int size = geometry.tileSize();
    return paintedColor({level, int(x / size), int(y / size)}, int(x % size), int(y % size));
}

}
