#include "panels/DisplayPanel.h"

#include <cmath>

#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>

namespace isostain {

namespace {

constexpr double kGammaSteps = 100; ///< of the slider for a factor of two

int gammaPosition(double gamma)
{
    return int(std::lround(kGammaSteps * std::log2(gamma)));
}

}

DisplayPanel::DisplayPanel(QWidget* parent)
    : QWidget(parent),
      m_brightness(new QSlider(Qt::Horizontal)),
      m_contrast(new QSlider(Qt::Horizontal)),
      m_gamma(new QSlider(Qt::Horizontal)),
      m_brightnessBox(new QSpinBox),
      m_contrastBox(new QSpinBox),
      m_gammaBox(new QDoubleSpinBox),
      m_reset(new QPushButton(tr("&Reset")))
{
    auto* note = new QLabel(tr("For the screen alone: exports, measurements and profiles of gray values stay as they are."));
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    auto* grid = new QGridLayout(this);
    grid->addWidget(note, 0, 0, 1, 3);
    grid->setColumnStretch(1, 1);
    const auto addRow = [&](const char* name, const QString& text, QSlider* slider, QAbstractSpinBox* box) {
        const int row = grid->rowCount();
        auto* label = new QLabel(text);
        label->setBuddy(box);
        slider->setObjectName(QLatin1String(name) + QStringLiteral("Slider"));
        box->setObjectName(QLatin1String(name));
        const QString plain = QString(text).remove(QLatin1Char('&')).remove(QLatin1Char(':'));
        slider->setAccessibleName(plain);
        box->setAccessibleName(plain);
        slider->setMinimumWidth(fontMetrics().averageCharWidth() * 26);
        grid->addWidget(label, row, 0);
        grid->addWidget(slider, row, 1);
        grid->addWidget(box, row, 2);
    };
    addRow("brightness", tr("&Brightness:"), m_brightness, m_brightnessBox);
    addRow("contrast", tr("&Contrast:"), m_contrast, m_contrastBox);
    addRow("gamma", tr("&Gamma:"), m_gamma, m_gammaBox);
    for (QSlider* slider : {m_brightness, m_contrast})
        slider->setRange(-DisplayAdjustment::kMost, DisplayAdjustment::kMost);
    for (QSpinBox* box : {m_brightnessBox, m_contrastBox})
        box->setRange(-DisplayAdjustment::kMost, DisplayAdjustment::kMost);
    m_gamma->setRange(gammaPosition(DisplayAdjustment::kLeastGamma), gammaPosition(DisplayAdjustment::kMostGamma));
    m_gammaBox->setRange(DisplayAdjustment::kLeastGamma, DisplayAdjustment::kMostGamma);
    m_gammaBox->setSingleStep(0.05);
    m_reset->setObjectName(QStringLiteral("resetDisplay"));
    m_reset->setAutoDefault(false);
    grid->addWidget(m_reset, grid->rowCount(), 2);

    const auto changed = [this](auto change) {
        return [this, change](auto value) {
            if (m_isShowing)
                return;
            DisplayAdjustment next = m_adjustment;
            change(next, value);
            take(next);
        };
    };
    const auto brightness = [](DisplayAdjustment& next, int value) { next.brightness = value; };
    const auto contrast = [](DisplayAdjustment& next, int value) { next.contrast = value; };
    connect(m_brightness, &QSlider::valueChanged, this, changed(brightness));
    connect(m_brightnessBox, &QSpinBox::valueChanged, this, changed(brightness));
    connect(m_contrast, &QSlider::valueChanged, this, changed(contrast));
    connect(m_contrastBox, &QSpinBox::valueChanged, this, changed(contrast));
    connect(m_gamma, &QSlider::valueChanged, this,
            changed([](DisplayAdjustment& next, int value) { next.gamma = std::round(100 * std::exp2(value / kGammaSteps)) / 100; }));
    connect(m_gammaBox, &QDoubleSpinBox::valueChanged, this, changed([](DisplayAdjustment& next, double value) { next.gamma = value; }));
    connect(m_reset, &QPushButton::clicked, this, [this] { take({}); });
    setAdjustment({});
}

void DisplayPanel::setAdjustment(const DisplayAdjustment& adjustment)
{
    m_isShowing = true;
    m_adjustment = adjustment;
    m_brightness->setValue(adjustment.brightness);
    m_brightnessBox->setValue(adjustment.brightness);
    m_contrast->setValue(adjustment.contrast);
    m_contrastBox->setValue(adjustment.contrast);
    m_gamma->setValue(gammaPosition(adjustment.gamma));
    m_gammaBox->setValue(adjustment.gamma);
    m_reset->setEnabled(!adjustment.isNeutral());
    m_isShowing = false;
}

void DisplayPanel::take(const DisplayAdjustment& adjustment)
{
    if (adjustment == m_adjustment)
        return;
    setAdjustment(adjustment);
    emit changed(adjustment);
}

}
