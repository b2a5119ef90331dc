#pragma once

#include "demo/Scanner.h"
#include "normalize/StainProfile.h"

namespace isostain::demo {

/// The two scanners that every demo specimen is seen with. A is pale and bluish, B saturated and warm.
enum class ScannerId { A, B };

/// How a scanner sees a specimen of a stain, dye by dye (HeDye, PapDye).
ScannerModel scannerModel(ScannerId scanner, Stain stain);

}
