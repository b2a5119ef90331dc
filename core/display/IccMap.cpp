#include "display/IccMap.h"

#include <utility>

#include "display/Lcms.h"

namespace isostain {

namespace {

class IccMap : public ColorMap {
public:
    explicit IccMap(lcms::Transform transform) : m_transform(std::move(transform)) {}

    void map(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const override
    {
        cmsDoTransform(m_transform.get(), source, target, static_cast<cmsUInt32Number>(count));
        for (std::size_t i = 0; i < count; ++i)
            target[i] &= 0xFFFFFFu;
    }

private:
    lcms::Transform m_transform;
};

}

Result<std::shared_ptr<const ColorMap>> makeIccMap(const IccProfile& picture, const IccProfile& screen)
{
    const lcms::Profile from = lcms::open(picture.bytes());
    const lcms::Profile to = lcms::open(screen.bytes());
    lcms::Transform transform = from && to ? lcms::transform(from, to) : nullptr;
    if (!transform)
        return fail(ErrorCode::Internal, "the color profiles");
    return std::make_shared<const IccMap>(std::move(transform));
}

}
