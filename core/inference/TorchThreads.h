#pragma once

namespace isostain::torch_module {

/// Sets how many threads LibTorch's CPU kernels use when called from this thread (0: one per core): the one place that does.
void useTorchThreads(unsigned requested);

}
