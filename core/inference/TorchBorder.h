#pragma once

#include <new>
#include <stop_token>
#include <string>
#include <string_view>

#include <c10/core/InferenceMode.h>
#include <c10/util/Exception.h>

#include "base/Error.h"

/// Parts of the module isostain-torch; never included outside of it.
namespace isostain::torch_module {

/// Thrown inside the module when a stop was requested; never leaves it.
struct Stopped {};

inline void throwIfStopped(const std::stop_token& stop)
{
    if (stop.stop_requested())
        throw Stopped();
}

/// LibTorch has no one type for this: allocators of the CPU and parts of CUDA say it in words.
inline bool saysOutOfMemory(std::string_view message)
{
    for (const std::string_view words : {"out of memory", "can't allocate memory", "not enough memory", "ALLOC_FAILED"})
        if (message.find(words) != std::string_view::npos)
            return true;
    return false;
}

/// The border of the module: makes every exception an error.
template <typename Body>
auto exceptionsAsErrors(const std::string& subject, Body&& body) -> decltype(body())
{
    const auto failed = [&](const std::string& message) {
        return fail(saysOutOfMemory(message) ? ErrorCode::OutOfMemory : ErrorCode::Internal, subject, message);
    };
    try {
        return body();
    } catch (const Stopped&) {
        return fail(ErrorCode::Cancelled);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, subject);
    } catch (const c10::OutOfMemoryError& error) {
        return fail(ErrorCode::OutOfMemory, subject, error.what_without_backtrace());
    } catch (const c10::Error& error) {
        return failed(error.what_without_backtrace());
    } catch (const std::exception& error) {
        return failed(error.what());
    } catch (...) {
        return fail(ErrorCode::Internal, subject, "unknown exception");
    }
}

/// The same in inference mode, without gradients.
template <typename Body>
auto withoutExceptions(const std::string& subject, Body&& body) -> decltype(body())
{
    return exceptionsAsErrors(subject, [&]() -> decltype(body()) {
        const c10::InferenceMode inference;
        return body();
    });
}

}
