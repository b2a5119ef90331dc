#include "PeakMemory.h"

#include <atomic>
#include <cstdlib>
#include <new>

#include <malloc.h>

namespace {

std::atomic<std::size_t> taken = 0;
std::atomic<std::size_t> highest = 0;

}

void* operator new(std::size_t size)
{
    void* const memory = std::malloc(size);
    if (!memory)
        throw std::bad_alloc();
    const std::size_t now = taken += malloc_usable_size(memory);
    std::size_t before = highest;
    while (before < now && !highest.compare_exchange_weak(before, now)) {
    }
    return memory;
}

void operator delete(void* memory) noexcept
{
    taken -= malloc_usable_size(memory);
    std::free(memory);
}

void operator delete(void* memory, std::size_t) noexcept
{
    operator delete(memory);
}

namespace isostain::test {

PeakMemory::PeakMemory() : m_start(taken)
{
    highest = m_start;
}

std::size_t PeakMemory::bytes() const
{
    return highest - m_start;
}

}
