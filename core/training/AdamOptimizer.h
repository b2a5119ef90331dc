#pragma once

#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

namespace isostain {

/// Adam (Kingma and Ba 2015, algorithm 1), as PyTorch computes it: betas 0.9 and 0.999, epsilon 1e-8, no decay.
class AdamOptimizer {
public:
    explicit AdamOptimizer(std::size_t parameters) : m_mean(parameters), m_square(parameters) {}

    void step(std::span<float> parameters, std::span<const float> gradient, double rate)
    {
        ++m_steps;
        const double correction = std::sqrt(1 - std::pow(kBeta2, m_steps)) / (1 - std::pow(kBeta1, m_steps));
        const double epsilon = kEpsilon * std::sqrt(1 - std::pow(kBeta2, m_steps));
        for (std::size_t i = 0; i < parameters.size(); ++i) {
            const auto g = static_cast<double>(gradient[i]);
            m_mean[i] = kBeta1 * m_mean[i] + (1 - kBeta1) * g;
            m_square[i] = kBeta2 * m_square[i] + (1 - kBeta2) * g * g;
            parameters[i] -= static_cast<float>(rate * correction * m_mean[i] / (std::sqrt(m_square[i]) + epsilon));
        }
    }

private:
    static constexpr double kBeta1 = 0.9;
    static constexpr double kBeta2 = 0.999;
    static constexpr double kEpsilon = 1e-8;
    std::vector<double> m_mean;
    std::vector<double> m_square;
    double m_steps = 0;
};

}
