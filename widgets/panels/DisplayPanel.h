#pragma once

#include <QWidget>

#include "color/DisplayAdjustment.h"

class QDoubleSpinBox;
class QPushButton;
class QSlider;
class QSpinBox;

namespace isostain {

/// Brightness, contrast and gamma of the screen, by slider or number. GUI thread only.
class DisplayPanel : public QWidget {
    Q_OBJECT

public:
    explicit DisplayPanel(QWidget* parent = nullptr);

    const DisplayAdjustment& adjustment() const { return m_adjustment; }
    /// Does not emit changed().
    void setAdjustment(const DisplayAdjustment& adjustment);

signals:
    void changed(const isostain::DisplayAdjustment& adjustment);

private:
    void take(const DisplayAdjustment& adjustment);

    DisplayAdjustment m_adjustment;
    QSlider* m_brightness;
    QSlider* m_contrast;
    QSlider* m_gamma; ///< hundredths of its logarithm to base 2
    QSpinBox* m_brightnessBox;
    QSpinBox* m_contrastBox;
    QDoubleSpinBox* m_gammaBox;
    QPushButton* m_reset;
    bool m_isShowing = false;
};

}
