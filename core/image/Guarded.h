#pragma once

#include <exception>
#include <new>
#include <stdexcept>
#include <string>
#include <type_traits>

#include <opencv2/core.hpp>

#include "base/Error.h"

namespace isostain {

/// Calls `work`, which gives a Result, and turns what the allocator, OpenCV and others throw meanwhile into errors about
/// `subject`: OutOfMemory, Internal. The border that exceptions do not cross.
template <typename Work>
std::invoke_result_t<Work> guarded(const std::string& subject, const Work& work)
{
    try {
        return work();
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, subject);
    } catch (const std::length_error&) {
        return fail(ErrorCode::OutOfMemory, subject);
    } catch (const cv::Exception& exception) {
        if (exception.code == cv::Error::StsNoMem)
            return fail(ErrorCode::OutOfMemory, subject);
        return fail(ErrorCode::Internal, subject, exception.what());
    } catch (const std::exception& exception) {
        return fail(ErrorCode::Internal, subject, exception.what());
    }
}

}
