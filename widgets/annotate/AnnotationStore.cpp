#include "annotate/AnnotationStore.h"

#include <iterator>
#include <utility>

#include <QUndoCommand>
#include <QUuid>

namespace isostain {

/// From one list to another; what both share is shared.
class AnnotationChange : public QUndoCommand {
public:
    AnnotationChange(AnnotationStore& store, AnnotationList next, std::set<int> selection, const QString& what)
        : QUndoCommand(what),
          m_store(store),
          m_before(store.m_annotations),
          m_after(std::move(next)),
          m_selectionBefore(store.m_selection),
          m_selectionAfter(std::move(selection))
    {
    }

    void undo() override { m_store.show(m_before, m_selectionBefore); }
    void redo() override { m_store.show(m_after, m_selectionAfter); }

private:
    AnnotationStore& m_store;
    AnnotationList m_before;
    AnnotationList m_after;
    std::set<int> m_selectionBefore;
    std::set<int> m_selectionAfter;
};

namespace {

constexpr int kUndoSteps = 100;

AnnotationPtr shared(Annotation annotation)
{
    if (annotation.id.empty())
        annotation.id = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    return std::make_shared<const Annotation>(std::move(annotation));
}

}

std::vector<Annotation> valuesOf(const AnnotationList& annotations)
{
    std::vector<Annotation> values;
    values.reserve(annotations.size());
    for (const AnnotationPtr& annotation : annotations)
        values.push_back(*annotation);
    return values;
}

AnnotationStore::AnnotationStore(QObject* parent) : QObject(parent)
{
    m_undo.setUndoLimit(kUndoSteps);
    connect(&m_undo, &QUndoStack::cleanChanged, this, [this](bool isClean) { emit modifiedChanged(!isClean); });
}

void AnnotationStore::reset(std::vector<Annotation> annotations)
{
    AnnotationList list;
    for (Annotation& annotation : annotations)
        list.push_back(shared(std::move(annotation)));
    m_undo.clear();
    show(list, {});
}

void AnnotationStore::add(Annotation annotation)
{
    AnnotationList next = m_annotations;
    next.push_back(shared(std::move(annotation)));
    const int index = int(next.size()) - 1;
    push(std::move(next), {index}, tr("Draw"));
}

void AnnotationStore::addAll(std::vector<Annotation> annotations, const QString& what)
{
    AnnotationList next = m_annotations;
    for (Annotation& annotation : annotations)
        next.push_back(shared(std::move(annotation)));
    push(std::move(next), {}, what);
}

void AnnotationStore::replace(int index, Annotation annotation, const QString& what)
{
    if (index < 0 || index >= int(m_annotations.size()) || *m_annotations[std::size_t(index)] == annotation)
        return;
    const bool wasLocked = m_annotations[std::size_t(index)]->isLocked;
    if (wasLocked && annotation.isLocked)
        return;
    AnnotationList next = m_annotations;
    next[std::size_t(index)] = shared(std::move(annotation));
    push(std::move(next), {index}, what);
}

void AnnotationStore::removeSelected()
{
    AnnotationList next;
    for (std::size_t i = 0; i < m_annotations.size(); ++i)
        if (!m_selection.contains(int(i)) || m_annotations[i]->isLocked)
            next.push_back(m_annotations[i]);
    if (next.size() != m_annotations.size())
        push(std::move(next), {}, tr("Delete"));
}

void AnnotationStore::select(std::set<int> selection)
{
    std::erase_if(selection, [this](int index) { return index < 0 || index >= int(m_annotations.size()); });
    if (selection == m_selection)
        return;
    m_selection = std::move(selection);
    emit selectionChanged();
}

void AnnotationStore::push(AnnotationList next, std::set<int> selection, const QString& what)
{
    m_undo.push(new AnnotationChange(*this, std::move(next), std::move(selection), what));
}

void AnnotationStore::show(const AnnotationList& annotations, const std::set<int>& selection)
{
    m_annotations = annotations;
    const bool selects = m_selection != selection;
    m_selection = selection;
    emit changed();
    if (selects)
        emit selectionChanged();
}

}
