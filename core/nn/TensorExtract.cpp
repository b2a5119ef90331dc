#include <bit>
#include <cstring>

#include "nn/TensorPlan.h"

namespace isostain {

namespace {

static_assert(std::endian::native == std::endian::little, "storages are little-endian");

/// IEEE 754 binary16.
float fromHalf(std::uint16_t bits)
{
    const std::uint32_t sign = std::uint32_t(bits & 0x8000u) << 16;
    const std::uint32_t exponent = bits >> 10 & 0x1Fu;
    const std::uint32_t mantissa = bits & 0x3FFu;
    if (exponent == 0) {
        const float magnitude = static_cast<float>(mantissa) * 0x1p-24f;
        return sign ? -magnitude : magnitude;
    }
    const std::uint32_t wideExponent = exponent == 0x1Fu ? 0xFFu : exponent + (127 - 15);
    return std::bit_cast<float>(sign | wideExponent << 23 | mantissa << 13);
}

/// The upper half of a binary32.
float fromBFloat16(std::uint16_t bits)
{
    return std::bit_cast<float>(std::uint32_t(bits) << 16);
}

float fromFloat(float value)
{
    return value;
}

float fromDouble(double value)
{
    return static_cast<float>(value);
}

/// Copies a view in row-major order; Stored is the element's type in the storage.
template <typename Stored, float (*convert)(Stored)>
std::vector<float> copyView(const TensorView& view, std::span<const std::byte> storage)
{
    std::vector<float> values(view.count);
    const std::size_t dimensions = view.shape.size();
    std::vector<std::int64_t> index(dimensions, 0);
    std::uint64_t position = view.offset;
    for (float& value : values) {
        Stored stored;
        std::memcpy(&stored, storage.data() + position * sizeof stored, sizeof stored);
        value = convert(stored);
        for (std::size_t d = dimensions; d-- > 0;) {
            position += static_cast<std::uint64_t>(view.strides[d]);
            if (++index[d] < view.shape[d])
                break;
            position -= static_cast<std::uint64_t>(view.strides[d]) * static_cast<std::uint64_t>(view.shape[d]);
            index[d] = 0;
        }
    }
    return values;
}

std::vector<float> valuesOf(const TensorView& view, ElementType type, std::span<const std::byte> storage)
{
    switch (type) {
    case ElementType::Float16:
        return copyView<std::uint16_t, fromHalf>(view, storage);
    case ElementType::BFloat16:
        return copyView<std::uint16_t, fromBFloat16>(view, storage);
    case ElementType::Float64:
        return copyView<double, fromDouble>(view, storage);
    default:
        return copyView<float, fromFloat>(view, storage);
    }
}

}

void extractTensors(const PlannedStorage& storage, std::span<const std::byte> bytes, StateDict& state)
{
    for (const TensorView& view : storage.views)
        state[view.name] = Tensor{view.shape, valuesOf(view, storage.info.type, bytes)};
}

}
