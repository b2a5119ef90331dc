#include "inference/BatchPolicy.h"

#include <algorithm>

namespace isostain {

Result<void> runInBatches(std::size_t count, std::size_t& limit, const BatchWork& work)
{
    for (std::size_t begin = 0; begin < count;) {
        const std::size_t size = std::clamp<std::size_t>(limit, 1, count - begin);
        const auto done = work.attempt(begin, size);
        if (done) {
            begin += size;
            continue;
        }
        const ErrorCode code = done.error().code;
        if (code == ErrorCode::OutOfMemory && size > 1) {
            limit = size / 2;
            work.notice(NetworkNotice::SmallerBatches);
        } else if ((code == ErrorCode::OutOfMemory || code == ErrorCode::Internal) && work.moveToCpu()) {
            work.notice(NetworkNotice::MovedToCpu);
        } else {
            return done;
        }
    }
    return {};
}

}
