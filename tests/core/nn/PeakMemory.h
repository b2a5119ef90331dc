#pragma once

#include <cstddef>

namespace isostain::test {

/// Heap memory taken by operator new since construction, at its highest. An executable that links PeakMemory.cpp counts all
/// of it; one meter at a time.
class PeakMemory {
public:
    PeakMemory();
    std::size_t bytes() const;

private:
    std::size_t m_start;
};

}
