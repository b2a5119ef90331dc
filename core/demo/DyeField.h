#pragma once

#include <cstddef>
#include <vector>

namespace isostain::demo {

/// How much of each dye lies at each pixel of a rectangle of the slide, and how far out of focus it is.
/// A concentration of 1 gives the dye's own optical density (see ScannerModel).
class DyeField {
public:
    /// All concentrations 0, in focus. x and y are level-0 pixels and may be negative.
    DyeField(int x, int y, int width, int height, int dyes)
        : m_x(x),
          m_y(y),
          m_width(width),
          m_height(height),
          m_dyes(dyes),
          m_values(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * static_cast<std::size_t>(dyes + 1))
    {
    }

    int x() const { return m_x; }
    int y() const { return m_y; }
    int width() const { return m_width; }
    int height() const { return m_height; }
    int dyes() const { return m_dyes; }

    float* row(int dye, int rowInField) { return m_values.data() + offset(dye, rowInField); }
    const float* row(int dye, int rowInField) const { return m_values.data() + offset(dye, rowInField); }
    /// 0 in focus .. 1 strongly defocused.
    float* defocusRow(int rowInField) { return row(m_dyes, rowInField); }
    const float* defocusRow(int rowInField) const { return row(m_dyes, rowInField); }

private:
    std::size_t offset(int dye, int rowInField) const
    {
        return (static_cast<std::size_t>(dye) * static_cast<std::size_t>(m_height) + static_cast<std::size_t>(rowInField)) *
               static_cast<std::size_t>(m_width);
    }

    int m_x;
    int m_y;
    int m_width;
    int m_height;
    int m_dyes;
    std::vector<float> m_values;
};

/// A stained specimen on glass: gives dye concentrations anywhere. Immutable; any thread.
class Specimen {
public:
    virtual ~Specimen() = default;
    virtual int dyes() const = 0;
    /// Fills a field that is all zero. What a pixel gets depends on its position alone, not on the field's borders.
    virtual void stain(DyeField& field) const = 0;
};

}
