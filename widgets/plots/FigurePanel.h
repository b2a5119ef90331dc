#pragma once

#include <QWidget>

#include "base/Error.h"
#include "plots/Figure.h"

class QLabel;
class QScrollArea;
class QStackedWidget;
class QToolButton;

namespace isostain {

class Background;
class ChartView;

/// A figure with its caption, to be copied and saved: pictures fitted to the width or larger, dragged about; charts to look into
/// (see ChartView), and the chart of a figure with pictures at the press of a button. Plus and minus zoom while it has the focus,
/// 0 fits. GUI thread only; files are written in the background.
class FigurePanel : public QWidget {
    Q_OBJECT

public:
    /// `background` outlives the panel.
    FigurePanel(FigurePtr figure, Background& background, QWidget* parent = nullptr);

    void copy() const;
    /// The numbers as CSV.
    void copyValues() const;
    /// What is shown of the figure; null: pictures.
    ChartView* chart() const;
    /// The format follows from the suffix; an existing file is replaced.
    void save(const QString& path);

signals:
    void saved(const QString& path);
    void failed(const isostain::Error& error);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeViews();
    QLayout* makeTools();
    void chooseFile();
    void zoom(double factor);
    void showFigure();

    FigurePtr m_figure;
    Background& m_background;
    QLabel* m_picture = nullptr; ///< null: the figure is a chart alone
    QLabel* m_news;
    QScrollArea* m_scroll = nullptr; ///< around the picture
    QStackedWidget* m_views;
    ChartView* m_chart = nullptr; ///< null: the figure has none
    QPoint m_dragged;             ///< where the cursor was last while it drags the picture
    double m_zoom = 1; ///< times what fits
    QSize m_shown;
};

}
