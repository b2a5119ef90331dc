#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

namespace isostain {

/// An image of BGRX words that keeps its memory: frames of nearly the same size allocate nothing.
class TexelImage {
public:
    /// Contents are undefined afterwards.
    void resize(int width, int height)
    {
        const std::size_t needed = std::size_t(width) * std::size_t(height);
        if (needed > m_capacity) {
            m_capacity = needed + needed / 8;
            m_words = std::make_unique_for_overwrite<std::uint32_t[]>(m_capacity);
        }
        m_width = width;
        m_height = height;
    }

    int width() const { return m_width; }
    int height() const { return m_height; }
    std::uint32_t* row(int y) { return m_words.get() + std::size_t(y) * std::size_t(m_width); }
    const std::uint32_t* row(int y) const { return m_words.get() + std::size_t(y) * std::size_t(m_width); }

private:
    std::unique_ptr<std::uint32_t[]> m_words;
    std::size_t m_capacity = 0;
    int m_width = 0;
    int m_height = 0;
};

}
