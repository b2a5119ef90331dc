#pragma once

#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

#include "base/Error.h"
#include "nn/Checkpoint.h"

/// Part of the module isostain-torch; never included outside of it.
namespace isostain::torch_module {

/// Adam (Kingma and Ba 2015) as PyTorch's, without weight decay, over parameters that lie in one piece of memory, as their
/// gradients do: a handful of operations a step, however many tensors there are.
class TorchAdam {
public:
    /// Moves the values of `parameters` into memory of its own and makes them leaves that need gradients; those of four
    /// dimensions lie channels last. They must outlive it.
    TorchAdam(const std::vector<at::Tensor*>& parameters, double beta1, double beta2, const at::Device& device);

    /// Whether backward passes compute gradients of the parameters.
    enum class Gradients { Wanted, Unwanted };
    void setGradients(Gradients gradients);
    void clearGradients();
    /// From the gradients summed up since clearGradients().
    void step(double learningRate);

    /// Puts what it remembers (not the parameters) into a state, keys beginning with `prefix`, and takes it from one.
    void save(StateDict& state, const std::string& prefix) const;
    /// Errors: CheckpointMismatch.
    Result<void> restore(const StateDict& state, const std::string& prefix, const std::string& subject);

private:
    std::vector<at::Tensor*> m_parameters;
    double m_beta1;
    double m_beta2;
    std::uint64_t m_steps = 0;
    at::Tensor m_values; ///< all of them, one after the other; as the next three
    at::Tensor m_gradients;
    at::Tensor m_mean;
    at::Tensor m_square;
};

/// As float32 on the CPU, row-major.
Tensor plainTensor(const at::Tensor& tensor);
/// Errors: CheckpointMismatch (missing, or of another shape than `shape`), CheckpointNotFinite.
Result<at::Tensor> tensorFrom(const StateDict& state, const std::string& key, at::IntArrayRef shape,
                              const std::string& subject);

}
