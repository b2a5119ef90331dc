#include "compare/RasterCompose.h"

#include <algorithm>

#include "base/Parallel.h"

namespace isostain {

namespace {

constexpr int kBand = 64; ///< rows of one work item

/// Nearest pixels of a tile for the columns of its area.
std::vector<int> sourceColumns(const ComposedTile& tile, int tileWidth)
{
    std::vector<int> columns(static_cast<std::size_t>(tile.area.width));
    for (std::int64_t i = 0; i < tile.area.width; ++i) {
        const std::int64_t column = (tile.area.x + i - tile.rect.x) * tileWidth / tile.rect.width;
        columns[std::size_t(i)] = int(std::min<std::int64_t>(column, tileWidth - 1));
    }
    return columns;
}

void paintRows(const ComposedTile& tile, const BgrxImage& pixels, const Composition& composition, int firstRow, int lastRow,
               TexelImage& texels)
{
    const std::int64_t begin = std::max(tile.area.y, composition.region.y + firstRow);
    const std::int64_t end = std::min(tile.area.y + tile.area.height, composition.region.y + lastRow);
    if (begin >= end)
        return;
    const bool isCopy = tile.isExact && !tile.isMarked;
    const std::vector<int> columns = isCopy ? std::vector<int>() : sourceColumns(tile, pixels.width());
    for (std::int64_t y = begin; y < end; ++y) {
        const auto row = std::min<std::int64_t>((y - tile.rect.y) * pixels.height() / tile.rect.height, pixels.height() - 1);
        const std::uint32_t* from = pixels.row(int(row));
        std::uint32_t* to = texels.row(int(y - composition.region.y)) + (tile.area.x - composition.region.x);
        if (isCopy)
            std::copy_n(from + (tile.area.x - tile.rect.x), tile.area.width, to);
        else if (tile.isMarked)
            std::transform(columns.begin(), columns.end(), to, [&](int column) { return markedColor(from[column]); });
        else
            std::transform(columns.begin(), columns.end(), to, [&](int column) { return from[column]; });
    }
}

}

std::uint32_t markedColor(std::uint32_t color)
{
    const std::uint32_t red = color >> 16 & 255, green = color >> 8 & 255, blue = color & 255;
    const std::uint32_t gray = (77 * red + 150 * green + 29 * blue) / 256;
    const auto mixed = [gray](std::uint32_t value) {
        return (3 * gray + value) * 208 / 1024;
    };
    return 0xFF000000u | mixed(red) << 16 | mixed(green) << 8 | mixed(blue);
}

void composeTexels(const Composition& composition, const std::vector<TilePtr>& tiles, std::uint32_t background,
                   TexelImage& texels)
{
    const int width = int(composition.region.width), height = int(composition.region.height);
    texels.resize(width, height);
    const bool isCovered = composition.isCovered && std::find(tiles.begin(), tiles.end(), nullptr) == tiles.end();
    parallelFor(std::size_t((height + kBand - 1) / kBand), [&](std::size_t band) {
        const int begin = int(band) * kBand;
        const int end = std::min(begin + kBand, height);
        if (!isCovered)
            std::fill_n(texels.row(begin), std::size_t(width) * std::size_t(end - begin), background | 0xFF000000u);
        for (std::size_t i = 0; i < tiles.size(); ++i)
            if (tiles[i])
                paintRows(composition.tiles[i], *tiles[i], composition, begin, end, texels);
    });
}

}
