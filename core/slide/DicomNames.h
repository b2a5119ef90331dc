#pragma once

#include <cstdint>
#include <string_view>

/// The identifiers of DICOM (PS3.3, PS3.6) that whole-slide images are read and written with. Tags are group << 16 | element.
namespace isostain::dicom {

inline constexpr std::string_view kWholeSlideStorage = "1.2.840.10008.5.1.4.1.1.77.1.6";

inline constexpr std::string_view kImplicitLittleEndian = "1.2.840.10008.1.2";
inline constexpr std::string_view kExplicitLittleEndian = "1.2.840.10008.1.2.1";
inline constexpr std::string_view kDeflatedLittleEndian = "1.2.840.10008.1.2.1.99";
inline constexpr std::string_view kExplicitBigEndian = "1.2.840.10008.1.2.2";
inline constexpr std::string_view kJpegBaseline = "1.2.840.10008.1.2.4.50";
inline constexpr std::string_view kJpegExtended = "1.2.840.10008.1.2.4.51";
inline constexpr std::string_view kRleLossless = "1.2.840.10008.1.2.5";

namespace tag {

using Tag = std::uint32_t;

inline constexpr Tag kTransferSyntax = 0x00020010;
inline constexpr Tag kImageType = 0x00080008;
inline constexpr Tag kSopClass = 0x00080016;
inline constexpr Tag kSopInstance = 0x00080018;
inline constexpr Tag kPyramid = 0x00080019;
inline constexpr Tag kSeriesInstance = 0x0020000E;
inline constexpr Tag kConcatenation = 0x00209161;
inline constexpr Tag kDimensionOrganizationType = 0x00209311;
inline constexpr Tag kSamplesPerPixel = 0x00280002;
inline constexpr Tag kPhotometricInterpretation = 0x00280004;
inline constexpr Tag kPlanarConfiguration = 0x00280006;
inline constexpr Tag kNumberOfFrames = 0x00280008;
inline constexpr Tag kRows = 0x00280010;
inline constexpr Tag kColumns = 0x00280011;
inline constexpr Tag kPixelSpacing = 0x00280030;
inline constexpr Tag kBitsAllocated = 0x00280100;
inline constexpr Tag kBitsStored = 0x00280101;
inline constexpr Tag kPixelRepresentation = 0x00280103;
inline constexpr Tag kIccProfile = 0x00282000;
inline constexpr Tag kLossyImageCompression = 0x00282110;
inline constexpr Tag kLossyImageCompressionRatio = 0x00282112;
inline constexpr Tag kLossyImageCompressionMethod = 0x00282114;
inline constexpr Tag kPixelMeasuresSequence = 0x00289110;
inline constexpr Tag kTotalPixelMatrixColumns = 0x00480006;
inline constexpr Tag kTotalPixelMatrixRows = 0x00480007;
inline constexpr Tag kOpticalPathSequence = 0x00480105;
inline constexpr Tag kObjectiveLensPower = 0x00480112;
inline constexpr Tag kPlanePositionSlideSequence = 0x0048021A;
inline constexpr Tag kColumnPosition = 0x0048021E; ///< in the total pixel matrix, counted from 1
inline constexpr Tag kRowPosition = 0x0048021F;
inline constexpr Tag kNumberOfOpticalPaths = 0x00480302;
inline constexpr Tag kNumberOfFocalPlanes = 0x00480303;
inline constexpr Tag kSharedFunctionalGroups = 0x52009229;
inline constexpr Tag kPerFrameFunctionalGroups = 0x52009230;
inline constexpr Tag kExtendedOffsetTable = 0x7FE00001;
inline constexpr Tag kExtendedOffsetTableLengths = 0x7FE00002;
inline constexpr Tag kPixelData = 0x7FE00010;
inline constexpr Tag kItem = 0xFFFEE000;
inline constexpr Tag kItemEnd = 0xFFFEE00D;
inline constexpr Tag kSequenceEnd = 0xFFFEE0DD;

}

}
