#include "panels/ProfileFacts.h"

#include <cmath>

#include <QCoreApplication>

#include "nn/StainNetWeights.h"
#include "normalize/ProfileNames.h"

namespace isostain {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ProfileFacts)
};

template <typename Enum>
QString nameOf(Enum value)
{
    return QCoreApplication::translate("ProfileName", named(value).displayName);
}

/// Gathers facts with one way to write numbers.
class FactWriter {
public:
    FactWriter(FactDigits digits, const QLocale& locale) : m_digits(digits), m_locale(locale) {}

    QString number(double value) const
    {
        return m_digits == FactDigits::Exact ? m_locale.toString(value, 'g', QLocale::FloatingPointShortest)
                                             : m_locale.toString(value, 'g', 6);
    }
    QString count(qint64 value) const { return m_locale.toString(value); }
    template <std::size_t size>
    QString list(const std::array<double, size>& values) const
    {
        QStringList parts;
        for (const double value : values)
            parts << number(value);
        return parts.join(QStringLiteral(";  "));
    }

    /// In groups of 16 digits where a person reads it, since a line can be broken only at spaces.
    QString hash(const std::string& digits) const
    {
        QString text = QString::fromStdString(digits);
        for (qsizetype i = 16; m_digits == FactDigits::Readable && i < text.size(); i += 17)
            text.insert(i, QLatin1Char(' '));
        return text;
    }

    void begin(const QString& title) { m_sections.push_back({title, {}}); }
    void add(const QString& label, const QString& value, const QString& hint = {}, std::optional<QColor> swatch = {})
    {
        m_sections.back().facts.push_back({label, value, swatch, hint});
    }
    void addText(const QString& label, const std::string& value)
    {
        add(label, value.empty() ? Texts::tr("not stated") : QString::fromStdString(value));
    }
    std::vector<ProfileFactSection> take() { return std::move(m_sections); }

private:
    FactDigits m_digits;
    QLocale m_locale;
    std::vector<ProfileFactSection> m_sections;
};

QString maskText(NormalizationMethod method, FitMask mask)
{
    if (mask == FitMask::Tissue)
        return Texts::tr("Tissue only: without glass, pen marks and folds");
    return method == NormalizationMethod::Reinhard ? Texts::tr("As published: all pixels")
                                                   : Texts::tr("As published: pixels darker than 80 % lightness");
}

QString whiteText(WhiteTreatment white)
{
    return white == WhiteTreatment::Kept ? Texts::tr("Left unchanged, with a smooth transition to tissue")
                                         : Texts::tr("Mapped like every other color, as published");
}

QString densityHint()
{
    return Texts::tr("Optical density in red, green and blue, as a vector of length 1");
}

/// A fit without that stain has a maximum of 0; its color is then shown at an amount that is usual.
double shownAmount(double amount)
{
    return amount > 0 ? amount : 1;
}

void addStains(FactWriter& facts, const StainMatrix& stains, const StainAmounts& amounts, const OpticalDensity& glass)
{
    const std::array<QString, 2> names = {Texts::tr("Hematoxylin"), Texts::tr("Eosin")};
    for (std::size_t i = 0; i < stains.size(); ++i)
        facts.add(names[i], facts.list(stains[i]), densityHint(), stainColor(stains[i], shownAmount(amounts[i]), glass));
}

void addStatistics(FactWriter& facts, const LabStatistics& lab)
{
    facts.add(Texts::tr("Mean of L, a, b"), facts.list(lab.mean), Texts::tr("CIE Lab: L from 0 to 100, a and b around 0"));
    facts.add(Texts::tr("Deviation of L, a, b"), facts.list(lab.deviation), Texts::tr("Standard deviation over all pixels of the fit"));
}

void addStatistics(FactWriter& facts, const StainStatistics& stains)
{
    addStains(facts, stains.stains, {stains.maximum[0] / 2, stains.maximum[1] / 2}, {});
    facts.add(Texts::tr("Maxima"), facts.list(stains.maximum), Texts::tr("99th percentiles of the amounts of hematoxylin and eosin"));
}

void addStatistics(FactWriter& facts, const KhanStatistics& khan)
{
    addStains(facts, khan.stains, khan.mean, khan.glass);
    facts.add(Texts::tr("Glass"), facts.list(khan.glass), Texts::tr("Optical density of empty glass in red, green and blue"),
              stainColor({}, 0, khan.glass));
    facts.add(Texts::tr("Means"), facts.list(khan.mean), Texts::tr("Mean amounts of hematoxylin and eosin where they are at home"));
    facts.add(Texts::tr("Maxima"), facts.list(khan.maximum), Texts::tr("99th percentiles of the amounts of hematoxylin and eosin"));
}

void addStatistics(FactWriter& facts, const QString& title, const std::optional<FittedStatistics>& statistics, const QString& missing)
{
    facts.begin(title);
    if (statistics)
        std::visit([&facts](const auto& each) { addStatistics(facts, each); }, *statistics);
    else
        facts.add(Texts::tr("Colors"), missing);
}

void addNetwork(FactWriter& facts, const StainNetWeights& weights)
{
    facts.begin(Texts::tr("Network"));
    QStringList channels;
    QStringList kernels;
    for (const ConvLayer& layer : weights.layers) {
        channels << facts.count(layer.inChannels);
        kernels << QStringLiteral("%1×%1").arg(layer.kernelSize);
    }
    if (!weights.layers.empty())
        channels << facts.count(weights.layers.back().outChannels);
    facts.add(Texts::tr("Layers"), facts.count(qint64(weights.layers.size())));
    facts.add(Texts::tr("Channels"), channels.join(QStringLiteral(" → ")));
    facts.add(Texts::tr("Kernels"), kernels.join(QStringLiteral(", ")),
              weights.isPointwise() ? Texts::tr("Each pixel of the result depends on that pixel alone")
                                    : Texts::tr("The result depends on neighboring pixels"));
    facts.add(Texts::tr("Parameters"), facts.count(qint64(weights.parameterCount())));
}

void addOptions(FactWriter& facts, const StainProfile& profile)
{
    facts.begin(Texts::tr("Options"));
    if (isFitted(profile.method))
        facts.add(Texts::tr("Fitted to"), maskText(profile.method, profile.options.mask));
    facts.add(Texts::tr("White glass"), whiteText(profile.options.white));
    if (profile.options.stainVectors) {
        for (std::size_t i = 0; i < profile.options.stainVectors->size(); ++i) {
            const OpticalDensity& row = (*profile.options.stainVectors)[i];
            facts.add(Texts::tr("Slide's stain %1").arg(i + 1), facts.list(row), densityHint(), stainColor(row, 1));
        }
    }
}

void addOrigin(FactWriter& facts, const StainProfile& profile)
{
    facts.begin(Texts::tr("Origin"));
    facts.add(Texts::tr("Stain"), nameOf(profile.stain));
    facts.addText(Texts::tr("Source scanner"), profile.sourceScanner);
    facts.addText(Texts::tr("Target scanner"), profile.targetScanner);
    facts.add(Texts::tr("Pixel size"), profile.mpp ? Texts::tr("%1 µm per pixel").arg(facts.number(*profile.mpp)) : Texts::tr("not stated"),
              Texts::tr("Of the images that the profile was made from"));
    if (profile.demoSlidesOnly)
        facts.add(Texts::tr("Made for"), Texts::tr("generated demo slides only"));
    facts.addText(Texts::tr("Made by"), profile.provenance);
    facts.addText(Texts::tr("Isostain version"), profile.programVersion);
    facts.add(Texts::tr("Training colors"),
              profile.gamut ? Texts::tr("%1 of %2 cells of the color space")
                                  .arg(facts.count(profile.gamut->cellCount()), facts.count(ColorGamut::kCellCount))
                            : Texts::tr("unknown"),
              Texts::tr("The trust map shows where a slide has colors that are not among them"));
    const std::string sha256 = recipeSha256(profile);
    facts.add(Texts::tr("SHA-256"), sha256.empty() ? Texts::tr("not stated") : facts.hash(sha256),
              Texts::tr("Of everything that decides the colors; the same digits, the same colors"));
}

quint8 intensity(double density)
{
    const double value = 255 * std::exp(-density);
    return value >= 255 ? 255 : value > 0 ? quint8(value) : 0;
}

}

std::vector<ProfileFactSection> profileFacts(const StainProfile& profile, FactDigits digits, const QLocale& locale)
{
    FactWriter facts(digits, locale);
    facts.begin(Texts::tr("Method"));
    facts.add(Texts::tr("Method"), nameOf(profile.method));
    facts.add(Texts::tr("Paper"), paperOf(profile.method));
    if (!profile.description.empty())
        facts.addText(Texts::tr("Description"), profile.description);
    addOptions(facts, profile);
    if (isFitted(profile.method)) {
        addStatistics(facts, Texts::tr("Target"), profile.target, Texts::tr("not stated"));
        addStatistics(facts, Texts::tr("Source"), profile.source, Texts::tr("Fitted to each slide when it is opened"));
    } else {
        addNetwork(facts, profile.weights);
    }
    addOrigin(facts, profile);
    return facts.take();
}

QString profileFactsText(const StainProfile& profile)
{
    QLocale plain = QLocale::c();
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    QString text = QString::fromStdString(profile.name) + QLatin1Char('\n');
    for (const ProfileFactSection& section : profileFacts(profile, FactDigits::Exact, plain)) {
        text += QLatin1Char('\n') + section.title + QLatin1Char('\n');
        for (const ProfileFact& fact : section.facts)
            text += fact.label + QLatin1String(": ") + fact.value + QLatin1Char('\n');
    }
    return text;
}

QString paperOf(NormalizationMethod method)
{
    switch (method) {
    case NormalizationMethod::StainNet:
        return QStringLiteral("Kang et al. 2021, StainNet: A Fast and Robust Stain Normalization Network. Frontiers in Medicine 8");
    case NormalizationMethod::StainGan:
        return QStringLiteral("Shaban et al. 2019, StainGAN: Stain Style Transfer for Digital Histological Images. ISBI");
    case NormalizationMethod::Reinhard:
        return QStringLiteral("Reinhard et al. 2001, Color Transfer between Images. IEEE Computer Graphics and Applications 21(5)");
    case NormalizationMethod::Ruifrok:
        return QStringLiteral("Ruifrok and Johnston 2001, Quantification of Histochemical Staining by Color Deconvolution. "
                              "Analytical and Quantitative Cytology and Histology 23(4)");
    case NormalizationMethod::Macenko:
        return QStringLiteral("Macenko et al. 2009, A Method for Normalizing Histology Slides for Quantitative Analysis. ISBI");
    case NormalizationMethod::Vahadane:
        return QStringLiteral("Vahadane et al. 2016, Structure-Preserving Color Normalization and Sparse Stain Separation for "
                              "Histological Images. IEEE Transactions on Medical Imaging 35(8)");
    case NormalizationMethod::Khan:
        return QStringLiteral("Khan et al. 2014, A Nonlinear Mapping Approach to Stain Normalization in Digital Histopathology "
                              "Images Using Image-Specific Color Deconvolution. IEEE Transactions on Biomedical Engineering 61(6)");
    }
    return {};
}

QColor stainColor(const OpticalDensity& row, double amount, const OpticalDensity& glass)
{
    const auto channel = [&](std::size_t i) { return int(intensity(amount * row[i] + glass[i])); };
    return {channel(0), channel(1), channel(2)};
}

}
