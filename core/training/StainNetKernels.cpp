#include "training/StainNetKernels.h"

#include "color/SimdLevel.h"
#include "nn/StainNetEvaluate.h"

namespace isostain::stainnet_kernels {

namespace portable {

#define KERNEL_TARGET
#define VECTOR_FLOATS 4
#define TILE_VECTORS 2
#define TILE_OUTPUTS 4
#define TILE_INPUTS 2
#include "training/StainNetKernels.inc"
#undef KERNEL_TARGET
#undef VECTOR_FLOATS
#undef TILE_VECTORS
#undef TILE_INPUTS

}

#if defined(__x86_64__)

namespace avx2 {

#define KERNEL_TARGET ISOSTAIN_TARGET_AVX2
#define VECTOR_FLOATS 8
#define TILE_VECTORS 2
#define TILE_INPUTS 2
#include "training/StainNetKernels.inc"
#undef KERNEL_TARGET
#undef VECTOR_FLOATS
#undef TILE_VECTORS
#undef TILE_INPUTS

}

namespace avx512 {

#define KERNEL_TARGET ISOSTAIN_TARGET_AVX512
#define VECTOR_FLOATS 16
#define TILE_VECTORS 4
#define TILE_INPUTS 4
#include "training/StainNetKernels.inc"

}

#endif

Form bestForm()
{
    if (bestSimdLevel() != SimdLevel::Avx2)
        return Form::Portable;
    return hasAvx512() ? Form::Avx512 : Form::Avx2;
}

Kernels kernelsOf(Form form)
{
#if defined(__x86_64__)
    if (form == Form::Avx512)
        return {avx512::product, avx512::outerProduct};
    if (form == Form::Avx2)
        return {avx2::product, avx2::outerProduct};
#endif
    (void)form;
    return {portable::product, portable::outerProduct};
}

}
