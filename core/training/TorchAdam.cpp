#include "training/TorchAdam.h"

#include <algorithm>
#include <cmath>

#include <ATen/ATen.h>
#include <torch/torch.h>

#include "nn/StateTensors.h"
#include "training/StateText.h"

namespace isostain::torch_module {

namespace {

constexpr double kEpsilon = 1e-8;

/// [out, in, height, width] with the channels next to each other.
std::vector<std::int64_t> channelsLastStrides(at::IntArrayRef shape)
{
    return {shape[1] * shape[2] * shape[3], 1, shape[3] * shape[1], shape[1]};
}

at::Tensor partOf(const at::Tensor& all, std::int64_t offset, at::IntArrayRef shape)
{
    if (shape.size() != 4)
        return all.narrow(0, offset, at::numel(all) == 0 ? 0 : c10::multiply_integers(shape)).view(shape);
    return all.as_strided(shape, channelsLastStrides(shape), offset);
}

}

Tensor plainTensor(const at::Tensor& tensor)
{
    const at::Tensor onCpu = tensor.detach().to(at::kCPU, at::kFloat).contiguous();
    return {onCpu.sizes().vec(), {onCpu.data_ptr<float>(), onCpu.data_ptr<float>() + onCpu.numel()}};
}

Result<at::Tensor> tensorFrom(const StateDict& state, const std::string& key, at::IntArrayRef shape, const std::string& subject)
{
    const auto found = state.find(key);
    if (found == state.end())
        return checkpointMismatch(subject, "'" + key + "' is missing");
    const Tensor& tensor = found->second;
    if (at::IntArrayRef(tensor.shape) != shape || !tensor.holdsItsShape())
        return checkpointMismatch(subject, "'" + key + "' has another shape");
    if (!std::all_of(tensor.values.begin(), tensor.values.end(), [](float value) { return std::isfinite(value); }))
        return fail(ErrorCode::CheckpointNotFinite, subject, "'" + key + "'");
    at::Tensor result = at::empty(shape, at::kFloat);
    std::copy(tensor.values.begin(), tensor.values.end(), result.data_ptr<float>());
    return result;
}

TorchAdam::TorchAdam(const std::vector<at::Tensor*>& parameters, double beta1, double beta2, const at::Device& device)
    : m_parameters(parameters),
      m_beta1(beta1),
      m_beta2(beta2)
{
    std::int64_t count = 0;
    for (const at::Tensor* parameter : parameters)
        count += parameter->numel();
    const auto zeros = [&] {
        return at::zeros({count}, at::TensorOptions(at::kFloat).device(device));
    };
    m_values = zeros();
    m_gradients = zeros();
    m_mean = zeros();
    m_square = zeros();
    std::int64_t offset = 0;
    for (at::Tensor* parameter : parameters) {
        const std::vector<std::int64_t> shape = parameter->sizes().vec();
        at::Tensor values = partOf(m_values, offset, shape);
        values.copy_(*parameter);
        offset += parameter->numel();
        *parameter = values.detach().requires_grad_(true);
        // Backward passes add to a gradient that is there in its place.
        parameter->mutable_grad() = partOf(m_gradients, offset - parameter->numel(), shape);
    }
}

void TorchAdam::setGradients(Gradients gradients)
{
    for (at::Tensor* parameter : m_parameters)
        parameter->requires_grad_(gradients == Gradients::Wanted);
}

void TorchAdam::clearGradients()
{
    m_gradients.zero_();
}

void TorchAdam::step(double learningRate)
{
    const at::NoGradGuard noGradients;
    ++m_steps;
    const auto exponent = static_cast<double>(m_steps);
    const double meanCorrection = 1 - std::pow(m_beta1, exponent);
    const double squareCorrection = 1 - std::pow(m_beta2, exponent);
    m_mean.mul_(m_beta1).add_(m_gradients, 1 - m_beta1);
    m_square.mul_(m_beta2).addcmul_(m_gradients, m_gradients, 1 - m_beta2);
    const at::Tensor denominator = m_square.sqrt().div_(std::sqrt(squareCorrection)).add_(kEpsilon);
    m_values.addcdiv_(m_mean, denominator, -learningRate / meanCorrection);
}

void TorchAdam::save(StateDict& state, const std::string& prefix) const
{
    state[prefix + "mean"] = plainTensor(m_mean);
    state[prefix + "square"] = plainTensor(m_square);
    state[prefix + "steps"] = tensorOfText(std::to_string(m_steps));
}

Result<void> TorchAdam::restore(const StateDict& state, const std::string& prefix, const std::string& subject)
{
    const auto mean = tensorFrom(state, prefix + "mean", m_mean.sizes(), subject);
    const auto square = tensorFrom(state, prefix + "square", m_square.sizes(), subject);
    const auto steps = textFrom(state, prefix + "steps", subject);
    if (!mean || !square || !steps)
        return tl::unexpected(!mean ? mean.error() : !square ? square.error() : steps.error());
    m_steps = 0;
    for (const char digit : *steps) {
        if (digit < '0' || digit > '9' || steps->size() > 18)
            return checkpointMismatch(subject, "'" + prefix + "steps' is no number");
        m_steps = 10 * m_steps + static_cast<std::uint64_t>(digit - '0');
    }
    m_mean.copy_(*mean);
    m_square.copy_(*square);
    return {};
}

}
