#include "demo/Tissue.h"

#include "demo/HeSection.h"
#include "demo/PapSmear.h"

namespace isostain::demo {

namespace {

std::unique_ptr<const Specimen> makeSpecimen(const TissueOptions& options)
{
    if (options.stain == Stain::Papanicolaou)
        return std::make_unique<PapSmear>(options.seed);
    return std::make_unique<HeSection>(options.width, options.height, options.seed);
}

}

TissueGenerator::TissueGenerator(const TissueOptions& options)
    : m_options(options),
      m_specimen(makeSpecimen(options)),
      m_scanners{Scanner(scannerModel(ScannerId::A, options.stain)), Scanner(scannerModel(ScannerId::B, options.stain))}
{
}

DyeField TissueGenerator::stained(const Area& area) const
{
    DyeField field(area.x - Scanner::kHalo, area.y - Scanner::kHalo, area.width + 2 * Scanner::kHalo,
                   area.height + 2 * Scanner::kHalo, m_specimen->dyes());
    m_specimen->stain(field);
    return field;
}

BgrxImage TissueGenerator::render(const Area& area, ScannerId scanner) const
{
    return m_scanners[static_cast<std::size_t>(scanner)].scan(stained(area));
}

std::array<BgrxImage, 2> TissueGenerator::renderBoth(const Area& area) const
{
    const DyeField field = stained(area);
    return {m_scanners[0].scan(field), m_scanners[1].scan(field)};
}

}
