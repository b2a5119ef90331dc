#pragma once

#include <cstddef>
#include <functional>

#include "base/Error.h"
#include "normalize/SpatialNetwork.h"

namespace isostain {

/// What runInBatches() works with.
struct BatchWork {
    /// Does items [begin, begin + count). OutOfMemory: it can be tried with fewer. Internal: the device may have failed.
    std::function<Result<void>(std::size_t begin, std::size_t count)> attempt;
    /// Leaves the GPU for good; false on the CPU already.
    std::function<bool()> moveToCpu;
    std::function<void(NetworkNotice)> notice;
};

/// Does `count` items, at most `limit` at a time. Where memory runs out, `limit` is halved for good; where a single item is
/// too much, or the GPU fails, work goes on on the CPU; where that is not enough either, the error is returned.
Result<void> runInBatches(std::size_t count, std::size_t& limit, const BatchWork& work);

}
