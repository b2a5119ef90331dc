#include "nn/ResnetGenerator.h"

#include <string_view>

#include "nn/QuotedName.h"
#include "nn/StateTensors.h"

namespace isostain {

namespace {

/// The modules of the published nn.Sequential, numbered with paddings, norms and activations between the convolutions.
constexpr std::size_t kStem = 1;
constexpr std::array<std::size_t, 2> kDown = {4, 7};
constexpr std::size_t kFirstBlock = 10;

std::string nameOf(std::size_t module)
{
    return "model." + std::to_string(module);
}

std::string upName(std::size_t blocks, std::size_t index)
{
    return nameOf(kFirstBlock + blocks + 3 * index);
}

std::string headName(std::size_t blocks)
{
    return nameOf(kFirstBlock + blocks + 7);
}

std::string blockName(std::size_t block, std::size_t inBlock)
{
    return nameOf(kFirstBlock + block) + ".conv_block." + std::to_string(inBlock);
}

constexpr std::size_t kFirstInBlock = 1;

std::size_t secondInBlock(ResnetGeneratorWeights::Dropout dropout)
{
    return dropout == ResnetGeneratorWeights::Dropout::Present ? 6 : 5;
}

/// Blocks follow on each other from module 10 on; a file has no more of them than tensors.
std::size_t blockCount(const StateDict& state)
{
    std::size_t count = 0;
    while (state.contains(blockName(count, kFirstInBlock) + ".weight"))
        ++count;
    return count;
}

/// Every convolution of the network but those of the blocks, then these.
std::vector<std::string> convNames(std::size_t blocks, ResnetGeneratorWeights::Dropout dropout)
{
    std::vector<std::string> names = {nameOf(kStem),     nameOf(kDown[0]),  nameOf(kDown[1]),
                                      upName(blocks, 0), upName(blocks, 1), headName(blocks)};
    for (std::size_t block = 0; block < blocks; ++block) {
        names.push_back(blockName(block, kFirstInBlock));
        names.push_back(blockName(block, secondInBlock(dropout)));
    }
    return names;
}

/// Reads convolutions one after the other; after an error it does nothing more.
class Reader {
public:
    Reader(const StateDict& state, const std::string& subject) : m_state(state), m_subject(subject) {}

    ConvLayer read(const std::string& name, const ConvExpectation& expected)
    {
        if (!m_result)
            return {};
        auto layer = convLayerFrom(m_state, name, expected, m_subject);
        if (layer)
            return *std::move(layer);
        m_result = tl::unexpected(layer.error());
        return {};
    }

    const Result<void>& result() const { return m_result; }

private:
    const StateDict& m_state;
    const std::string& m_subject;
    Result<void> m_result;
};

}

std::size_t ResnetGeneratorWeights::parameterCount() const
{
    std::size_t count = stem.parameterCount() + head.parameterCount();
    for (const std::size_t i : {0u, 1u})
        count += down[i].parameterCount() + up[i].parameterCount();
    for (const ResidualBlock& block : blocks)
        count += block.first.parameterCount() + block.second.parameterCount();
    return count;
}

Result<ResnetGeneratorWeights> generatorFromStateDict(const StateDict& state, const std::string& subject)
{
    if (!state.contains(nameOf(kStem) + ".weight"))
        return checkpointMismatch(subject,
                                  "key " + quotedName(nameOf(kStem) + ".weight") + " is missing" + likelyNetwork(state));
    using Dropout = ResnetGeneratorWeights::Dropout;
    ResnetGeneratorWeights weights;
    const std::size_t blocks = blockCount(state);
    if (state.contains(blockName(0, secondInBlock(Dropout::Present)) + ".weight"))
        weights.dropout = Dropout::Present;

    Reader reader(state, subject);
    weights.stem = reader.read(nameOf(kStem), {3, 0, 7});
    const std::int64_t width = weights.width();
    weights.down = {reader.read(nameOf(kDown[0]), {width, 2 * width, 3}),
                    reader.read(nameOf(kDown[1]), {2 * width, 4 * width, 3})};
    const ConvExpectation inBlock{4 * width, 4 * width, 3};
    for (std::size_t block = 0; block < blocks && reader.result(); ++block)
        weights.blocks.push_back({reader.read(blockName(block, kFirstInBlock), inBlock),
                                  reader.read(blockName(block, secondInBlock(weights.dropout)), inBlock)});
    weights.up = {reader.read(upName(blocks, 0), {4 * width, 2 * width, 3, ConvKind::Transposed}),
                  reader.read(upName(blocks, 1), {2 * width, width, 3, ConvKind::Transposed})};
    weights.head = reader.read(headName(blocks), {width, 3, 7});
    if (!reader.result())
        return tl::unexpected(reader.result().error());
    if (const auto checked = checkNoOtherKeys(state, convNames(blocks, weights.dropout), subject); !checked)
        return tl::unexpected(checked.error());
    return weights;
}

StateDict toStateDict(const ResnetGeneratorWeights& weights)
{
    StateDict state;
    const std::size_t blocks = weights.blocks.size();
    addConvLayer(state, nameOf(kStem), weights.stem);
    for (std::size_t i = 0; i < 2; ++i) {
        addConvLayer(state, nameOf(kDown[i]), weights.down[i]);
        addConvLayer(state, upName(blocks, i), weights.up[i], ConvKind::Transposed);
    }
    for (std::size_t block = 0; block < blocks; ++block) {
        addConvLayer(state, blockName(block, kFirstInBlock), weights.blocks[block].first);
        addConvLayer(state, blockName(block, secondInBlock(weights.dropout)), weights.blocks[block].second);
    }
    addConvLayer(state, headName(blocks), weights.head);
    return state;
}

}
