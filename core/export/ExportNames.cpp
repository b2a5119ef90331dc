#include "export/ExportNames.h"

#include <array>

// lupdate finds the names by this name; nothing of Qt is used.
#define QT_TRANSLATE_NOOP(context, text) text

namespace isostain {

std::span<const NamedValue<TiffCompression>> compressions()
{
    static constexpr std::array kRows = {
        NamedValue<TiffCompression>{TiffCompression::Jpeg, "jpeg", QT_TRANSLATE_NOOP("ExportName", "JPEG (small)")},
        NamedValue<TiffCompression>{TiffCompression::Lzw, "lzw", QT_TRANSLATE_NOOP("ExportName", "LZW (lossless, read everywhere)")},
        NamedValue<TiffCompression>{TiffCompression::Deflate, "deflate", QT_TRANSLATE_NOOP("ExportName", "Deflate (lossless, smaller)")},
        NamedValue<TiffCompression>{TiffCompression::None, "none", QT_TRANSLATE_NOOP("ExportName", "None (very large)")},
    };
    return kRows;
}

std::span<const NamedValue<ExportFormat>> exportFormats()
{
    static constexpr std::array kRows = {
        NamedValue<ExportFormat>{ExportFormat::PyramidalTiff, "tiff", QT_TRANSLATE_NOOP("ExportName", "Pyramidal TIFF")},
        NamedValue<ExportFormat>{ExportFormat::SvsLike, "svs-like",
                                 QT_TRANSLATE_NOOP("ExportName", "Pyramidal TIFF with a description like Aperio's")},
        NamedValue<ExportFormat>{ExportFormat::OmeTiff, "ome-tiff", QT_TRANSLATE_NOOP("ExportName", "OME-TIFF")},
        NamedValue<ExportFormat>{ExportFormat::Dicom, "dicom", QT_TRANSLATE_NOOP("ExportName", "DICOM whole-slide image (a folder)")},
    };
    return kRows;
}

std::span<const NamedValue<SubsamplingChoice>> subsamplings()
{
    static constexpr std::array kRows = {
        NamedValue<SubsamplingChoice>{SubsamplingChoice::S420, "420", QT_TRANSLATE_NOOP("ExportName", "Half resolution (4:2:0)")},
        NamedValue<SubsamplingChoice>{SubsamplingChoice::S444, "444", QT_TRANSLATE_NOOP("ExportName", "Full resolution (4:4:4)")},
        NamedValue<SubsamplingChoice>{SubsamplingChoice::AsSource, "source", QT_TRANSLATE_NOOP("ExportName", "As in the source")},
    };
    return kRows;
}

}
