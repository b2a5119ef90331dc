#include "base/Error.h"

#include <array>

#include "base/EnumTable.h"

// lupdate finds the sentences by this name; nothing of Qt is used.
#define QT_TRANSLATE_NOOP(context, text) text

namespace isostain {

namespace {

constexpr std::array kSentences = {
    ErrorSentence{ErrorCode::Cancelled, "cancelled", QT_TRANSLATE_NOOP("ErrorSentence", "Cancelled.")},
    ErrorSentence{ErrorCode::InvalidArgument, "invalid-argument",
                  QT_TRANSLATE_NOOP("ErrorSentence", "%1 is not a usable value. Correct it and try again.")},
    ErrorSentence{ErrorCode::FileNotFound, "file-not-found",
                  QT_TRANSLATE_NOOP("ErrorSentence", "%1 was not found. Check the name and that the drive is connected.")},
    ErrorSentence{ErrorCode::FileUnreadable, "file-unreadable",
                  QT_TRANSLATE_NOOP("ErrorSentence", "%1 could not be read. Check that you have permission to read it and that the drive is connected.")},
    ErrorSentence{ErrorCode::UnsupportedFormat, "unsupported-format",
                  QT_TRANSLATE_NOOP("ErrorSentence", "%1 is not in a format that Isostain reads. Open a whole-slide image, PNG, JPEG or TIFF.")},
    ErrorSentence{ErrorCode::CorruptFile, "corrupt-file",
                  QT_TRANSLATE_NOOP("ErrorSentence", "%1 is damaged or incomplete. Copy it again from where it came from.")},
    ErrorSentence{ErrorCode::ImageTooLarge, "image-too-large",
                  QT_TRANSLATE_NOOP("ErrorSentence", "%1 is too large to be read as a plain image. Convert it to a tiled pyramidal TIFF first.")},
    ErrorSentence{ErrorCode::UnsupportedSlide, "unsupported-slide",
                  QT_TRANSLATE_NOOP("ErrorSentence", "%1 is a slide of a kind that this version cannot open. Convert it to a pyramidal TIFF, or use a build with a newer OpenSlide.")},
    ErrorSentence{ErrorCode::SlideUnreadable, "slide-unreadable",
                  QT_TRANSLATE_NOOP("ErrorSentence", "The slide %1 is damaged or incomplete. Copy it again from the scanner or the archive.")},
    ErrorSentence{ErrorCode::TileUnreadable, "tile-unreadable",
                  QT_TRANSLATE_NOOP("ErrorSentence", "A part of %1 could not be read and is shown as missing. The file may be damaged, or the drive slow or disconnected.")},
    ErrorSentence{ErrorCode::NoSuchAssociatedImage, "no-such-associated-image",
                  QT_TRANSLATE_NOOP("ErrorSentence", "%1 does not contain that associated image.")},
    ErrorSentence{ErrorCode::CheckpointUnrecognized, "checkpoint-unrecognized",
                  QT_TRANSLATE_NOOP("ErrorSentence", "%1 is not a PyTorch checkpoint. Choose a .pth or .pt file that holds a state dict.")},
    ErrorSentence{ErrorCode::CheckpointCorrupt, "checkpoint-corrupt",
                  QT_TRANSLATE_NOOP("ErrorSentence", "The checkpoint %1 is damaged or incomplete. Copy it again from where it came from.")},
    ErrorSentence{ErrorCode::CheckpointRefused, "checkpoint-refused",
                  QT_TRANSLATE_NOOP("ErrorSentence", "The checkpoint %1 was refused because it contains something other than plain weights. Save it as a state dict and try again.")},
    ErrorSentence{ErrorCode::CheckpointMismatch, "checkpoint-mismatch",
                  QT_TRANSLATE_NOOP("ErrorSentence", "The checkpoint %1 does not hold the network that was expected. Choose the checkpoint of a StainNet or of a StainGAN generator.")},
    ErrorSentence{ErrorCode::CheckpointNotFinite, "checkpoint-not-finite",
                  QT_TRANSLATE_NOOP("ErrorSentence", "The checkpoint %1 holds weights that are not numbers. Its training failed; choose an earlier checkpoint.")},
    ErrorSentence{ErrorCode::ClassifierMismatch, "classifier-mismatch",
                  QT_TRANSLATE_NOOP("ErrorSentence", "The checkpoint %1 does not hold the classifier that was expected. Choose the checkpoint of a SqueezeNet 1.1.")},
    ErrorSentence{ErrorCode::ProfileInvalid, "profile-invalid",
                  QT_TRANSLATE_NOOP("ErrorSentence", "%1 is not a valid stain profile. Export it again from where it was made.")},
    ErrorSentence{ErrorCode::ProfileTooNew, "profile-too-new",
                  QT_TRANSLATE_NOOP("ErrorSentence", "The stain profile %1 was made by a newer version. Update Isostain to use it.")},
    ErrorSentence{ErrorCode::ProfileNameTaken, "profile-name-taken",
                  QT_TRANSLATE_NOOP("ErrorSentence", "There is a stain profile named %1 already. Choose another name.")},
    ErrorSentence{ErrorCode::AlignmentInvalid, "alignment-invalid",
                  QT_TRANSLATE_NOOP("ErrorSentence", "%1 is not a valid alignment of two scans. Save it again from where it was made.")},
    ErrorSentence{ErrorCode::AlignmentTooNew, "alignment-too-new",
                  QT_TRANSLATE_NOOP("ErrorSentence", "The alignment %1 was made by a newer version. Update Isostain to use it.")},
    ErrorSentence{ErrorCode::AlignmentMismatch, "alignment-mismatch",
                  QT_TRANSLATE_NOOP("ErrorSentence", "The alignment %1 does not fit the two scans that are open: their sizes differ from those it was made for. Open the scans it belongs to, or align these anew.")},
    ErrorSentence{ErrorCode::AlignmentNotFound, "alignment-not-found",
                  QT_TRANSLATE_NOOP("ErrorSentence", "%1 could not be aligned with the other scan. Check that both show the same glass and the same part of it, in focus.")},
    ErrorSentence{ErrorCode::AnnotationsInvalid, "annotations-invalid",
                  QT_TRANSLATE_NOOP("ErrorSentence", "%1 is not a usable file of annotations. Export it again: from ASAP as XML, or from QuPath as GeoJSON.")},
    ErrorSentence{ErrorCode::ColorProfileUnusable, "color-profile-unusable",
                  QT_TRANSLATE_NOOP("ErrorSentence", "The color profile in %1 cannot be used, so its colors are shown as they are stored. Ask whoever scanned it for a file with a valid RGB profile.")},
    ErrorSentence{ErrorCode::ScreenProfileUnusable, "screen-profile-unusable",
                  QT_TRANSLATE_NOOP("ErrorSentence", "%1 is not a usable color profile of a screen, so the screen is taken for sRGB. Choose an ICC profile that was made for it.")},
    ErrorSentence{ErrorCode::PixelSizeUnknown, "pixel-size-unknown",
                  QT_TRANSLATE_NOOP("ErrorSentence", "%1 does not say how large its pixels are. State its micrometers per pixel and try again.")},
    ErrorSentence{ErrorCode::SpatialUnsupported, "spatial-unsupported",
                  QT_TRANSLATE_NOOP("ErrorSentence", "%1 holds a network that looks at neighboring pixels, which cannot be used here. Choose a StainNet with 1x1 layers or a fitted method.")},
    ErrorSentence{ErrorCode::TargetUnusable, "target-unusable",
                  QT_TRANSLATE_NOOP("ErrorSentence", "%1 cannot be a reference. Choose an image or a region with stained tissue.")},
    ErrorSentence{ErrorCode::OutputExists, "output-exists",
                  QT_TRANSLATE_NOOP("ErrorSentence", "%1 exists already. Choose another folder, or allow overwriting.")},
    ErrorSentence{ErrorCode::OutputUnwritable, "output-unwritable",
                  QT_TRANSLATE_NOOP("ErrorSentence", "%1 could not be written. Check that the folder exists and that you may write there.")},
    ErrorSentence{ErrorCode::ExportRunning, "export-running",
                  QT_TRANSLATE_NOOP("ErrorSentence", "Another export is writing to %1. Wait for it to end, or choose another folder.")},
    ErrorSentence{ErrorCode::DiskFull, "disk-full",
                  QT_TRANSLATE_NOOP("ErrorSentence", "The disk is full: %1 could not be written. Free some space and start again.")},
    ErrorSentence{ErrorCode::VerificationFailed, "verification-failed",
                  QT_TRANSLATE_NOOP("ErrorSentence", "%1 was written but did not read back correctly, so it was not kept. Check the disk and try again.")},
    ErrorSentence{ErrorCode::DeletionFailed, "deletion-failed",
                  QT_TRANSLATE_NOOP("ErrorSentence", "%1 could not be deleted. Check that you may write to its folder.")},
    ErrorSentence{ErrorCode::TrainingDataInvalid, "training-data-invalid",
                  QT_TRANSLATE_NOOP("ErrorSentence", "%1 does not hold usable images or pairs of images. Check the folder or the list.")},
    ErrorSentence{ErrorCode::TrainingDiverged, "training-diverged",
                  QT_TRANSLATE_NOOP("ErrorSentence", "The training in %1 diverged. Start again with a lower learning rate.")},
    ErrorSentence{ErrorCode::RunInvalid, "run-invalid",
                  QT_TRANSLATE_NOOP("ErrorSentence", "%1 is not a training run that this version can read. Choose the folder that a training was told to write to.")},
    ErrorSentence{ErrorCode::RunBusy, "run-busy",
                  QT_TRANSLATE_NOOP("ErrorSentence", "Another training is writing to %1. Wait for it to end, or choose another folder.")},
    ErrorSentence{ErrorCode::RunMismatch, "run-mismatch",
                  QT_TRANSLATE_NOOP("ErrorSentence", "The training run %1 was made with other settings and cannot go on with these. Resume it as it was started, or choose another folder.")},
    ErrorSentence{ErrorCode::ModuleMissing, "module-missing",
                  QT_TRANSLATE_NOOP("ErrorSentence", "%1 is not part of this installation. Install the package with training support, or build it with LibTorch.")},
    ErrorSentence{ErrorCode::OutOfMemory, "out-of-memory",
                  QT_TRANSLATE_NOOP("ErrorSentence", "There is not enough memory for %1. Close other programs and try again.")},
    ErrorSentence{ErrorCode::Internal, "internal",
                  QT_TRANSLATE_NOOP("ErrorSentence", "Something went wrong with %1 that should not happen. Please report it with the detail given here.")},
};

static_assert(inEnumOrder(kSentences, &ErrorSentence::code, ErrorCode::Internal), "one sentence per ErrorCode, in its order");

}

std::span<const ErrorSentence> errorSentences()
{
    return kSentences;
}

const ErrorSentence& sentenceFor(ErrorCode code)
{
    return kSentences[static_cast<std::size_t>(code)];
}

std::string describe(const Error& error)
{
    std::string text = sentenceFor(error.code).pattern;
    if (const auto at = text.find("%1"); at != std::string::npos)
        text.replace(at, 2, error.subject.empty() ? "The input" : error.subject);
    if (!error.detail.empty())
        text += " (" + error.detail + ")";
    return text;
}

}
