#pragma once

#include "slide/DicomImage.h"
#include "slide/FramedSlide.h"

namespace isostain {

/// The frames of an 8-bit RGB DICOM image: uncompressed, RLE, or JPEG baseline. They are found by the extended or basic offset
/// table, else by one pass over the headers of the items, and read when they are asked for.
/// Errors (without subject): UnsupportedSlide (other pixels, encodings or tilings), SlideUnreadable.
Result<FrameSourcePtr> makeDicomFrames(const DicomImage& image);

}
