#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

#include "base/Error.h"
#include "nn/Checkpoint.h"

/// Part of the module isostain-torch; never included outside of it.
namespace isostain::torch_module {

/// Past fakes that a discriminator is shown instead of new ones, half of the time (Shrivastava et al. 2017; as CycleGAN). The
/// engine is specified to the bit, so the same fakes and seed give the same answers.
class TorchFakePool {
public:
    /// `capacity` 0: new fakes are passed through.
    TorchFakePool(int capacity, std::uint64_t seed) : m_capacity(static_cast<std::size_t>(capacity)), m_random(seed) {}

    /// Fakes [n, 3, size, size] to show, of which each is either new or a past one that it takes the place of.
    at::Tensor exchanged(const at::Tensor& fakes);

    void save(StateDict& state, const std::string& prefix) const;
    /// Errors: CheckpointMismatch, CheckpointNotFinite.
    Result<void> restore(const StateDict& state, const std::string& prefix, int size, const at::Device& device,
                         const std::string& subject);

private:
    std::size_t m_capacity;
    std::mt19937_64 m_random;
    std::vector<at::Tensor> m_kept; ///< [1, 3, size, size] each
};

}
