#pragma once

#include <memory>
#include <vector>

#include <QWidget>

#include "plots/Figure.h"
#include "study/StudyResults.h"

class QComboBox;
class QLabel;
class QStackedLayout;

namespace isostain {

class Background;
class FigurePanel;

/// The figures of a study, one at a time; its pictures are read in the background. GUI thread only.
class FigureBrowser : public QWidget {
    Q_OBJECT

public:
    /// `background` outlives the browser.
    FigureBrowser(std::shared_ptr<const StudyResults> results, Background& background, QWidget* parent = nullptr);

    /// Empty until the pictures have been read.
    const std::vector<FigurePtr>& figures() const { return m_figures; }
    void showFigure(int index);

signals:
    void loaded();

private:
    void take(std::vector<FigurePtr> figures);

    Background& m_background;
    std::vector<FigurePtr> m_figures;
    QComboBox* m_choice;
    QLabel* m_waiting;
    QStackedLayout* m_place;
    FigurePanel* m_panel = nullptr;
};

}
