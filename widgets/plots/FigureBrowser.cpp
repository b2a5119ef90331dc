#include "plots/FigureBrowser.h"

#include <QComboBox>
#include <QLabel>
#include <QStackedLayout>
#include <QVBoxLayout>

#include "handover/Background.h"
#include "plots/FigurePanel.h"
#include "plots/StudyFigures.h"

namespace isostain {

FigureBrowser::FigureBrowser(std::shared_ptr<const StudyResults> results, Background& background, QWidget* parent)
    : QWidget(parent),
      m_background(background),
      m_choice(new QComboBox),
      m_waiting(new QLabel(tr("Reading the pictures…"))),
      m_place(new QStackedLayout)
{
    m_choice->setAccessibleName(tr("Figure"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_choice->hide();
    m_waiting->setAlignment(Qt::AlignCenter);
    m_waiting->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_choice, 0, Qt::AlignLeft);
    column->addLayout(m_place, 1);
    m_place->addWidget(m_waiting);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &FigureBrowser::showFigure);
    m_background.run(
        this, [results] { return loadStudyImages(*results); },
        [this, results](const StudyImages& images) { take(studyFigures(*results, images)); });
}

void FigureBrowser::take(std::vector<FigurePtr> figures)
{
    m_figures = std::move(figures);
    if (m_figures.empty())
        m_waiting->setText(tr("There is nothing to draw yet."));
    for (const FigurePtr& figure : m_figures)
        m_choice->addItem(figure->title());
    m_choice->setVisible(!m_figures.empty());
    emit loaded();
}

void FigureBrowser::showFigure(int index)
{
    if (index < 0 || index >= int(m_figures.size()))
        return;
    m_choice->setCurrentIndex(index);
    delete m_panel;
    m_panel = new FigurePanel(m_figures[std::size_t(index)], m_background);
    m_place->addWidget(m_panel);
    m_place->setCurrentWidget(m_panel);
}

}
