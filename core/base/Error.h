#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>

#include <tl/expected.hpp>

namespace isostain {

/// What can go wrong in ways that a user should read about. One sentence per code in Error.cpp.
enum class ErrorCode {
    Cancelled,
    InvalidArgument,
    FileNotFound,
    FileUnreadable,
    UnsupportedFormat,
    CorruptFile,
    ImageTooLarge,
    UnsupportedSlide,
    SlideUnreadable,
    TileUnreadable,
    NoSuchAssociatedImage,
    CheckpointUnrecognized,
    CheckpointCorrupt,
    CheckpointRefused,
    CheckpointMismatch,
    CheckpointNotFinite,
    ClassifierMismatch,
    ProfileInvalid,
    ProfileTooNew,
    ProfileNameTaken,
    AlignmentInvalid,
    AlignmentTooNew,
    AlignmentMismatch,
    AlignmentNotFound,
    AnnotationsInvalid,
    ColorProfileUnusable,
    ScreenProfileUnusable,
    PixelSizeUnknown,
    SpatialUnsupported,
    TargetUnusable,
    OutputExists,
    OutputUnwritable,
    ExportRunning,
    DiskFull,
    VerificationFailed,
    DeletionFailed,
    TrainingDataInvalid,
    TrainingDiverged,
    RunInvalid,
    RunBusy,
    RunMismatch,
    ModuleMissing,
    OutOfMemory,
    Internal,
};

/// An expected failure: what kind, on which file or item (UTF-8, may be empty), and a technical detail for logs.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string subject;
    std::string detail;
};

template <typename T>
using Result = tl::expected<T, Error>;

/// Shorthand for `return fail(ErrorCode::FileNotFound, path)`.
inline tl::unexpected<Error> fail(ErrorCode code, std::string subject = {}, std::string detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(subject), std::move(detail)});
}

/// One row of the table behind describe(). `pattern` is English, contains at most one "%1" (the subject) and is marked for
/// translation in the context "ErrorSentence".
struct ErrorSentence {
    ErrorCode code;
    std::string_view key;   ///< stable name for logs and JSON, kebab-case
    const char* pattern;
};

/// The whole table, one row per code.
std::span<const ErrorSentence> errorSentences();

/// The row of one code.
const ErrorSentence& sentenceFor(ErrorCode code);

/// The English sentence: what failed, on which file, what to do; the detail in parentheses when there is one.
std::string describe(const Error& error);

}
