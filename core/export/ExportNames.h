#pragma once

#include <span>

#include "export/SlideExport.h"
#include "normalize/ProfileNames.h"

namespace isostain {

/// Every compression, in the order of the enum. Display names are marked for translation in the context "ExportName".
std::span<const NamedValue<TiffCompression>> compressions();
/// Every format, in the order of the enum.
std::span<const NamedValue<ExportFormat>> exportFormats();
/// Every choice of subsampling, in the order of the enum.
std::span<const NamedValue<SubsamplingChoice>> subsamplings();

}
